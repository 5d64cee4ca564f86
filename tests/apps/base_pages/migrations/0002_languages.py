# What Wagtail does to its own Page for languages; `wagtailcore` itself cannot depend on it.
from django.db import migrations
from wagtail.models import BootstrapLocaleField, BootstrapTranslatableModel, BootstrapTranslationKeyField


class Migration(migrations.Migration):

    dependencies = [
        ('base_pages', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        BootstrapLocaleField('base_pages.BasePage'),
        BootstrapTranslationKeyField('base_pages.BasePage'),
        BootstrapTranslatableModel('base_pages.BasePage'),
    ]
