"""Every past value of a day, and how to bring one back."""
