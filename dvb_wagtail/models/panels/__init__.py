"""How the fields of each page type are grouped for editors, with help in their words.

Help stands here and not on the model fields: a corrected word is then no migration in anyone's project.
"""
