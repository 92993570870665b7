"""What the sample is made of, read from `resources/sample`, and the steps that enter it."""
