package dev.ecotrack.testing;

/** What a service keeps its data in. */
public enum Backing {
    POSTGRES,
    REDIS
}
