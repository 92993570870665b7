"""What every form is made of: the page, its entries, kept drafts, two versions side by side."""
