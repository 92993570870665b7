"""Ways into a register: unlock it, make one, open it by its recovery sheet, restore a backup."""
