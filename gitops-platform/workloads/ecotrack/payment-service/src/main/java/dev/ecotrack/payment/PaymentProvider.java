package dev.ecotrack.payment;

/** Who moves the money. */
interface PaymentProvider {
    boolean approves(PaymentRequest request);
}
