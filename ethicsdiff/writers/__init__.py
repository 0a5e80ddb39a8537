"""Writers: a report laid out as a file. They decide nothing and add no words of their own."""
