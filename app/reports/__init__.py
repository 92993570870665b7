"""Documents for paper; the only home of reportlab."""
