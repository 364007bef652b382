package fr.binome.room;

/** Lets so much through at once and so much per second. Safe for several threads. */
public final class Bucket {
    private final double most;
    private final double perMilli;
    private double left;
    private long last;

    /** A full bucket. */
    public Bucket(int most, double perSecond, long nowMillis) {
        this.most = most;
        this.perMilli = perSecond / 1_000.0;
        this.left = most;
        this.last = nowMillis;
    }

    /** Takes an amount; 0 when it was there, else after how many milliseconds it will be. */
    public synchronized long take(int amount, long nowMillis) {
        left = Math.min(most, left + (nowMillis - last) * perMilli);
        last = nowMillis;
        // What is larger than the whole bucket passes when the bucket is full.
        double needed = Math.min(amount, most);
        if (left >= needed) {
            left -= amount;
            return 0;
        }
        return (long) Math.ceil((needed - left) / perMilli);
    }

    synchronized boolean isFull(long nowMillis) {
        return left + (nowMillis - last) * perMilli >= most;
    }
}
