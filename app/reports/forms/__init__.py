"""Forms of the office: what is asked, in which order, filled from the register or left blank."""
