"""Times: expressions of time to TIMEX3 values and intervals, and the date that they are read against."""
