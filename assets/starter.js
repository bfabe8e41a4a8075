// What answers before the program is there.
