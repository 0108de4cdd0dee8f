import { randomBytes, randomUUID } from 'node:crypto'

/** A new UUID v4, made in the application: it neither orders nor counts people (rule R4). */
export function newId(): string {
  return randomUUID()
}

/** A new unguessable token of 256 bits, base64url. Store only its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
