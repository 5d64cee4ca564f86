import django.db.models.deletion
import dvb_wagtail.models.choices
import modelcluster.fields
import uuid
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dvb_pages', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='ArticlePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('text', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Seminar',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
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
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='WinterConference',
            fields=[
                ('conferencepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='dvb_pages.conferencepage')),
                ('snow', models.BooleanField(default=True)),
            ],
            options={
                'abstract': False,
            },
            bases=('dvb_pages.conferencepage',),
        ),
        migrations.CreateModel(
            name='SeminarAppearance',
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
                ('session', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='appearances', to='own_pages.seminar')),
                ('speaker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page', verbose_name='speaker page')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'unique_together': {('translation_key', 'locale')},
            },
        ),
    ]
