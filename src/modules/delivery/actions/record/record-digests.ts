import { hash } from 'node:crypto'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { leafHash, rootOf } from '../../../../platform/sealing/merkle-tree.ts'
import type { RecordTrust } from '../../core/record/judge-record.ts'
import { stateText } from '../../core/record/record.ts'

/** The hashes by which records are judged, as the site and the centre compute them alike. */
export const recordDigests: Pick<RecordTrust, 'isSignedBy' | 'rootOf' | 'digestOf' | 'stateDigestOf'> = {
  isSignedBy,
  rootOf: lines => rootOf(lines.map(leafHash)).toString('hex'),
  digestOf: text => hash('sha256', text, 'base64url'),
  stateDigestOf: record => hash('sha256', stateText(record), 'hex'),
}
