import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** A pair of which the recipient may be known to everybody: what is sealed to it opens with the identity alone. */
export type AgePair = { readonly identity: string; readonly recipient: string }

export async function newAgePair(): Promise<AgePair> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** Seals a small text to one recipient (base64 of an age file). */
export async function sealTextTo(text: string, recipient: string): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(text)).toString('base64')
}

/** Null when it was sealed to another, or changed. */
export async function openSealedText(sealed: string, identity: string): Promise<string | null> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(Buffer.from(sealed, 'base64'), 'text')
  } catch {
    return null
  }
}
