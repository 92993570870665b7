"""Takes exhibits in, looks at them in the sandbox, gives copies out."""
