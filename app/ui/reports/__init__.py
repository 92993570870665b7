"""The Reports page: papers to make, papers that wait, papers that left, and which are genuine."""
