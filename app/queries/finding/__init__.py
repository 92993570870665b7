"""Who is meant by what is typed or written: search, and men who may be one."""
