package dev.ecotrack.payment;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Moves no money: approves up to a limit, so that both answers can be had at will. */
@Component
class LimitedTestProvider implements PaymentProvider {
    private final long limitCents;

    LimitedTestProvider(@Value("${ecotrack.payment-limit-cents}") long limitCents) {
        this.limitCents = limitCents;
    }

    @Override
    public boolean approves(PaymentRequest request) {
        return request.amountCents() <= limitCents;
    }
}
