"""Many records: kept in memory at once, or judged as a stream by several processes."""
