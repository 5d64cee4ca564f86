"""The ready page types. Image and base page models are looked up: a project may have its own."""

import django.db.models.deletion
import dvb_wagtail.models.choices
import dvb_wagtail.models.fields
import modelcluster.contrib.taggit
import modelcluster.fields
import swapper
import uuid
import wagtail.fields
from django.db import migrations, models
from wagtail.images import get_image_model_string

swapper.set_app_prefix('wagtailcore', 'wagtail')


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('taggit', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        migrations.swappable_dependency(get_image_model_string()),
    ]

    operations = [
        migrations.CreateModel(
            name='SessionPage',
            fields=[
                ('kind', models.CharField(choices=dvb_wagtail.models.choices.kinds, default='lecture', max_length=16, verbose_name='kind')),
                ('abstract', models.TextField(blank=True, verbose_name='abstract')),
                ('body', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='body')),
                ('day', models.DateField(blank=True, null=True, verbose_name='day')),
                ('start', models.TimeField(blank=True, null=True, verbose_name='starts at')),
                ('end', models.TimeField(blank=True, null=True, verbose_name='ends at')),
                ('status', models.CharField(choices=dvb_wagtail.models.choices.session_statuses, default='confirmed', max_length=12, verbose_name='status')),
                ('status_reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('attendance', models.CharField(choices=dvb_wagtail.models.choices.attendances, default='onsite', max_length=10, verbose_name='how one takes part')),
                ('room', models.CharField(blank=True, max_length=48, verbose_name='room')),
                ('track', models.CharField(blank=True, max_length=48, verbose_name='track')),
                ('themes', models.JSONField(blank=True, default=list, verbose_name='themes')),
                ('tickets', models.JSONField(blank=True, default=list, verbose_name='tickets that include it')),
                ('language', models.CharField(blank=True, choices=dvb_wagtail.models.choices.languages, max_length=8, verbose_name='language')),
                ('stream', models.URLField(blank=True, verbose_name='stream')),
                ('stream_access', models.CharField(choices=dvb_wagtail.models.choices.stream_accesses, default='public', max_length=12, verbose_name='who may see the stream')),
                ('captions', models.BooleanField(default=False, verbose_name='captioned')),
                ('sign_interpreted', models.BooleanField(default=False, verbose_name='sign interpreted')),
                ('recordings', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='recordings')),
                ('documents', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='documents')),
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='dvb_%(class)s', serialize=False, to='wagtailcore.page')),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='SpeakerIndexPage',
            fields=[
                ('lead', models.TextField(blank=True, verbose_name='lead')),
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='dvb_%(class)s', serialize=False, to='wagtailcore.page')),
            ],
            options={
                'verbose_name': 'speaker index',
                'verbose_name_plural': 'speaker indexes',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ArticleIndexPage',
            fields=[
                ('key', models.SlugField(max_length=40, verbose_name='key')),
                ('description', models.TextField(blank=True, verbose_name='description')),
                ('image_alt', models.CharField(blank=True, max_length=300, verbose_name='what the image shows')),
                ('rights', models.CharField(blank=True, max_length=200, verbose_name='rights')),
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='dvb_%(class)s', serialize=False, to='wagtailcore.page')),
                ('image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='image')),
            ],
            options={
                'verbose_name': 'news channel',
                'verbose_name_plural': 'news channels',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ArticlePage',
            fields=[
                ('lead', models.TextField(blank=True, verbose_name='lead')),
                ('byline', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='byline')),
                ('published', models.DateTimeField(blank=True, null=True, verbose_name='published')),
                ('image_alt', models.CharField(blank=True, max_length=300, verbose_name='what the image shows')),
                ('image_caption', models.CharField(blank=True, max_length=300, verbose_name='caption')),
                ('image_credit', models.CharField(blank=True, max_length=120, verbose_name='photo')),
                ('body', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='body')),
                ('about', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='tells of (edition, sessions, speakers)')),
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='dvb_%(class)s', serialize=False, to='wagtailcore.page')),
                ('image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='image')),
            ],
            options={
                'verbose_name': 'article',
                'verbose_name_plural': 'articles',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ArticleTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_items', to='dvb_pages.articlepage')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_items', to='taggit.tag')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='articlepage',
            name='tags',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='A comma-separated list of tags.', through='dvb_pages.ArticleTag', to='taggit.Tag', verbose_name='tags'),
        ),
        migrations.CreateModel(
            name='ConferencePage',
            fields=[
                ('acronym', models.CharField(max_length=20, verbose_name='acronym')),
                ('number', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='which in order')),
                ('theme', models.CharField(blank=True, max_length=200, verbose_name='theme')),
                ('theme_text', models.TextField(blank=True, verbose_name='what the theme means')),
                ('lead', models.TextField(blank=True, verbose_name='lead')),
                ('body', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='body')),
                ('start_date', models.DateField(null=True, verbose_name='first day')),
                ('end_date', models.DateField(null=True, verbose_name='last day')),
                ('start_time', models.TimeField(blank=True, null=True, verbose_name='begins at')),
                ('end_time', models.TimeField(blank=True, null=True, verbose_name='ends at')),
                ('time_zone', models.CharField(choices=dvb_wagtail.models.fields.time_zones, default=dvb_wagtail.models.fields.default_time_zone, max_length=64, verbose_name='time zone')),
                ('audience', models.CharField(blank=True, max_length=300, verbose_name='for whom')),
                ('attendance', models.CharField(choices=dvb_wagtail.models.choices.attendances, default='onsite', max_length=10, verbose_name='how one takes part')),
                ('status', models.CharField(choices=dvb_wagtail.models.choices.conference_statuses, default='scheduled', max_length=16, verbose_name='status')),
                ('status_reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('programme_released', models.BooleanField(default=False, verbose_name='the programme is released')),
                ('registration', models.URLField(blank=True, verbose_name='where to register')),
                ('organiser', models.CharField(blank=True, max_length=200, verbose_name='organiser')),
                ('hashtag', models.CharField(blank=True, max_length=60, verbose_name='hashtag')),
                ('participants', models.PositiveIntegerField(blank=True, null=True, verbose_name='participants')),
                ('image_alt', models.CharField(blank=True, max_length=300, verbose_name='what the image shows')),
                ('image_caption', models.CharField(blank=True, max_length=300, verbose_name='caption')),
                ('image_credit', models.CharField(blank=True, max_length=120, verbose_name='photo')),
                ('hosts', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='hosts and moderators')),
                ('themes', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='themes')),
                ('tracks', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='tracks')),
                ('venues', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='venues')),
                ('tickets', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='tickets')),
                ('recordings', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='recordings')),
                ('contacts', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='contacts')),
                ('partners', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='partners')),
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='dvb_%(class)s', serialize=False, to='wagtailcore.page')),
                ('image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='image')),
            ],
            options={
                'verbose_name': 'conference',
                'verbose_name_plural': 'conferences',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='SeriesPage',
            fields=[
                ('key', models.SlugField(max_length=40, verbose_name='key')),
                ('motto', models.CharField(blank=True, max_length=200, verbose_name='motto')),
                ('mission', models.CharField(blank=True, max_length=300, verbose_name='mission')),
                ('organiser', models.CharField(blank=True, max_length=200, verbose_name='organiser')),
                ('lead', models.TextField(blank=True, verbose_name='lead')),
                ('image_alt', models.CharField(blank=True, max_length=300, verbose_name='what the image shows')),
                ('body', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='body')),
                ('contacts', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='contacts')),
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='dvb_%(class)s', serialize=False, to='wagtailcore.page')),
                ('image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='image')),
            ],
            options={
                'verbose_name': 'conference series',
                'verbose_name_plural': 'conference series',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='SpeakerPage',
            fields=[
                ('job_title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                ('organisation', models.CharField(blank=True, max_length=200, verbose_name='organisation')),
                ('biography', wagtail.fields.RichTextField(blank=True, verbose_name='biography')),
                ('portrait_alt', models.CharField(blank=True, max_length=300, verbose_name='what the portrait shows')),
                ('links', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='links')),
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='dvb_%(class)s', serialize=False, to='wagtailcore.page')),
                ('portrait', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='portrait')),
            ],
            options={
                'verbose_name': 'speaker',
                'verbose_name_plural': 'speakers',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Appearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                ('role', models.CharField(choices=dvb_wagtail.models.choices.roles, default='speaker', max_length=12, verbose_name='role')),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='title that day')),
                ('organisations', models.CharField(blank=True, max_length=300, verbose_name='organisations that day')),
                ('party', models.CharField(blank=True, max_length=60, verbose_name='party')),
                ('remote', models.BooleanField(default=False, verbose_name='over a link')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('speaker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=swapper.get_model_name('wagtailcore', 'Page'), verbose_name='speaker page')),
                ('session', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='appearances', to='dvb_pages.sessionpage')),
            ],
            options={
                'verbose_name': 'appearance',
                'verbose_name_plural': 'appearances',
                'ordering': ['sort_order'],
                'abstract': False,
                'unique_together': {('translation_key', 'locale')},
            },
        ),
    ]
