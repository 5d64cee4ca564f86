"""What other sites show in a frame: the frame pages, oEmbed, and the page that tells their web teams what is loaded.

Whole without script, cookies or requests to others; drawn from records alone, like every document of `delivery`.
"""
