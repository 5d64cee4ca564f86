from __future__ import annotations

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Photographer(models.Model):
    name = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name


class LateImage(AbstractImage):
    admin_form_fields = Image.admin_form_fields


class LateRendition(AbstractRendition):
    image = models.ForeignKey(LateImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
