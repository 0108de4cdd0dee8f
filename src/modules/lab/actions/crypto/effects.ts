import { z } from 'zod'
import { canonical } from '../../core/world/canonical.ts'
import { certificateOf, readRequest, requestOf, revocationList } from './certificates.ts'
import { keyFileOf } from './key-file.ts'
import { keyOf } from './keys.ts'
import { checkedMessage, envelopedMessage, openedMessage, signedMessage } from './messages.ts'
import type { Effect } from './effect.ts'

const Hex = z.string().regex(/^[0-9a-f]+$/)
const Subject = z.strictObject({ name: z.string(), org: z.string(), email: z.string() })
const Key = z.strictObject({ secret: Hex, public: Hex })
const Issuer = z.strictObject({ secret: Hex, pem: z.string() })
const Wish = z.strictObject({
  serial: Hex,
  subject: Subject,
  public: Hex,
  from: z.int(),
  until: z.int(),
  ca: z.boolean(),
  usage: z.array(z.string()),
})
const Revoked = z.strictObject({ serial: Hex, at: z.int(), reason: z.string() })
const Pems = z.array(z.string())

/** How many outcomes of one effect are remembered. */
const MOST_REMEMBERED = 500

/**
 * An effect by the shape of what it is given; anything else is a bug of the app that asks. What was worked out lately is remembered:
 * the same input always has the same outcome, and a world that is begun anew asks for the same keys again.
 */
function effect<T>(schema: z.ZodType<T>, run: (input: T) => ReturnType<Effect>): Effect {
  const known = new Map<string, ReturnType<Effect>>()
  return input => {
    const name = canonical(input)
    const remembered = known.get(name)
    if (remembered !== undefined) return remembered
    const outcome = run(schema.parse(input))
    if (known.size >= MOST_REMEMBERED) known.delete(known.keys().next().value ?? '')
    known.set(name, outcome)
    return outcome
  }
}

/**
 * What an app of the laboratory may ask to be done with keys: all of it pure in what is given, so that a world that is played again
 * asks the same and gets the same. Events keep the outcome, and a replay asks for nothing.
 */
export const CRYPTO_EFFECTS: Readonly<Record<string, Effect>> = {
  /** 32 bytes of luck → a P-256 key. */
  'pki.key': effect(z.strictObject({ entropy: Hex }), ({ entropy }) => keyOf(entropy)),
  /** A PKCS#10 request as PEM. */
  'pki.request': effect(z.strictObject({ key: Key, subject: Subject }), ({ key, subject }) => requestOf(key, subject)),
  /** What a PEM request says; null when it is none. */
  'pki.readRequest': effect(z.strictObject({ pem: z.string() }), ({ pem }) => readRequest(pem)),
  /** An X.509 certificate as PEM, and its SHA-256. */
  'pki.certificate': effect(z.strictObject({ wish: Wish, issuer: Issuer.nullable(), secret: z.string() }), ({ wish, issuer, secret }) =>
    certificateOf(wish, issuer, secret),
  ),
  /** A CRL as PEM. */
  'pki.revocations': effect(
    z.strictObject({ issuer: Issuer, number: z.int(), at: z.int(), until: z.int(), revoked: z.array(Revoked) }),
    ({ issuer, ...list }) => revocationList(issuer, list),
  ),
  /** A PKCS#12 file in base64. */
  'pki.keyFile': effect(
    z.strictObject({ secret: Hex, certificates: Pems, name: z.string(), password: z.string(), entropy: Hex }),
    keyFileOf,
  ),
  /** A detached CMS signature in base64. */
  'cms.sign': effect(
    z.strictObject({ content: z.string(), secret: Hex, certificate: z.string(), chain: Pems, at: z.int() }),
    signedMessage,
  ),
  /** What there is to say about a signature; null when the bytes are none. */
  'cms.check': effect(z.strictObject({ content: z.string(), p7s: z.string(), roots: Pems }), ({ content, p7s, roots }) =>
    checkedMessage(content, p7s, roots),
  ),
  /** A text for the holders of certificates, in base64. */
  'cms.seal': effect(z.strictObject({ content: z.string(), certificates: Pems, entropy: Hex }), ({ content, certificates, entropy }) =>
    envelopedMessage(content, certificates, entropy),
  ),
  /** The text of an envelope; null for who is no recipient. */
  'cms.open': effect(z.strictObject({ p7m: z.string(), secret: Hex, certificate: z.string() }), ({ p7m, secret, certificate }) =>
    openedMessage(p7m, secret, certificate),
  ),
}
