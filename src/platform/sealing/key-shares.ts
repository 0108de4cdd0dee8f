import { combine, split } from 'shamir-secret-sharing'

/** Splits a secret into `count` shares of which any `needed` give it back and fewer say nothing (Shamir over GF(256)). */
export async function splitSecret(
  secret: Uint8Array,
  { count, needed }: { readonly count: number; readonly needed: number },
): Promise<Uint8Array[]> {
  return split(Uint8Array.from(secret), count, needed)
}

/**
 * Joins shares. Wrong or too few shares give other bytes, never an error: whoever joins compares the hash of what comes out.
 * Throws when there are fewer than two, when one comes twice, or when lengths differ.
 */
export async function joinShares(shares: readonly Uint8Array[]): Promise<Uint8Array> {
  return combine(shares.map(share => Uint8Array.from(share)))
}
