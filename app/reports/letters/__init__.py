"""The plain words of a letter to a family: whom it addresses, what it tells, when and by whom."""
