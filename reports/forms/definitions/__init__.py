"""What each form says, by the part of the way in which it is used."""
