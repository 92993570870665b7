"""Return operations: the list, the page of one, who came, and what is done for everybody."""
