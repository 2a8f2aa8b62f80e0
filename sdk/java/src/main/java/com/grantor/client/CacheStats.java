package com.grantor.client;

/**
 * What a {@link CachedAccess} was good for.
 *
 * @param hits how many answers came from the cache
 * @param asked how many questions were asked
 * @param keeping whether answers are being kept now: the server was heard in the last 5 seconds
 */
public record CacheStats(long hits, long asked, boolean keeping) {}
