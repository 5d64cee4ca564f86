from __future__ import annotations

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class OwnImage(AbstractImage):
    photographer = models.CharField(max_length=100, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "photographer")


class OwnRendition(AbstractRendition):
    image = models.ForeignKey(OwnImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
