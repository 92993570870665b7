"""The program: faces, services, reports and what they stand on."""
