import { gunzipSync, gzipSync } from 'node:zlib'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { openWithPassword, sealWithPassword } from './password-box.ts'
import { type PlistDictionary, readPlist, writePlist } from './plist.ts'

const PREFIX = 'pswd'
const MOST_BYTES = 4_000_000
/** ASCII only: older clients cut other passwords short. Twelve characters, because the key derivation of the format is weak. */
const PASSWORD = /^[\x21-\x7e]{12,64}$/

/** Is this a password that every client reads alike and that is not guessed soon? */
export function isSebPassword(password: string): boolean {
  return PASSWORD.test(password)
}

/**
 * A `.seb` file: gzip around the prefix `pswd` and a password box, in which is gzip around the property list. There is no way to write
 * one without a password: whoever reads the settings can compute every key (design §1.4, S-e). Refusal: `seb-password-unfit`.
 */
export function writeSebFile(
  settings: PlistDictionary,
  how: { readonly password: string; readonly dataKeys: ReadonlySet<string> },
): Result<Buffer> {
  if (!isSebPassword(how.password)) return refuse('seb-password-unfit')
  const inner = gzipSync(Buffer.from(writePlist(settings, how.dataKeys)))
  return ok(gzipSync(Buffer.concat([Buffer.from(PREFIX), sealWithPassword(inner, how.password)])))
}

/** Reads a file that a password protects. Refusals: `seb-file-malformed`, `seb-file-shut` (wrong password or changed bytes). */
export function readSebFile(file: Buffer, password: string): Result<PlistDictionary> {
  const outer = unzip(file)
  if (outer === undefined || outer.subarray(0, PREFIX.length).toString('latin1') !== PREFIX) return refuse('seb-file-malformed')
  const sealed = openWithPassword(outer.subarray(PREFIX.length), password)
  if (sealed === undefined) return refuse('seb-file-shut')
  const inner = unzip(sealed)
  const read = inner === undefined ? undefined : readPlist(inner.toString('utf8'))
  return read?.ok ? read : refuse('seb-file-malformed')
}

/** Undefined for anything that is not gzip, or that would not end. */
function unzip(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch {
    return undefined
  }
}
