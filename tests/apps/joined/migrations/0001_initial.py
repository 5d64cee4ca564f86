import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models
from wagtail.images import get_image_model_string


def page_pointer():
    return models.OneToOneField(
        auto_created=True,
        on_delete=django.db.models.deletion.CASCADE,
        parent_link=True,
        primary_key=True,
        serialize=False,
        to="wagtailcore.page",
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
    ]

    operations = [
        migrations.CreateModel(
            name="PressRoom",
            fields=[("page_ptr", page_pointer()), ("heading", models.CharField(blank=True, max_length=100))],
            options={"abstract": False},
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="PressRelease",
            fields=[
                ("page_ptr", page_pointer()),
                ("date", models.DateField()),
                ("intro", models.TextField(blank=True)),
                ("text", wagtail.fields.RichTextField(blank=True)),
                ("author", models.CharField(blank=True, max_length=100)),
                ("subjects", models.CharField(blank=True, max_length=200)),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                    ),
                ),
            ],
            options={"abstract": False},
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="Talk",
            fields=[
                ("page_ptr", page_pointer()),
                ("begins", models.DateTimeField(blank=True, null=True)),
                ("minutes", models.PositiveIntegerField(default=60)),
                ("about", models.TextField(blank=True)),
                ("lecturer", models.CharField(blank=True, max_length=100)),
                ("hall", models.CharField(blank=True, max_length=48)),
                ("kind", models.CharField(default="lecture", max_length=40)),
                ("stream", models.URLField(blank=True)),
                ("for_members", models.BooleanField(default=False)),
            ],
            options={"abstract": False},
            bases=("wagtailcore.page",),
        ),
    ]
