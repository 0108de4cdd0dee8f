import type { Frozen } from '../../../../kernel/brand.ts'
import type { Artefact } from '../../core/app/lab-app.ts'
import type { PkiSlice } from './slice.ts'

type Slice = Frozen<PkiSlice>
type Find = (s: Slice, persona: string, name: string) => Omit<Artefact, 'id'> | null

const PEM = { mediaType: 'application/x-pem-file', encoding: 'text' } as const

function certificate(s: Slice, persona: string, name: string): Omit<Artefact, 'id'> | null {
  const known = [s.root, s.issuing, ...s.certs.filter(c => c.holder === persona || c.partner !== null)]
  const cert = known.find(c => c?.serial === name || (c !== null && c === s.root && name === 'root'))
  return cert === undefined || cert === null
    ? null
    : { ...PEM, name: `${cert.subject.name}-${cert.serial.slice(0, 8)}.crt`, body: cert.pem }
}

/** Kind of a file → where it is found. An id is `kind:name`. */
const KINDS: Readonly<Record<string, Find>> = {
  certificate,
  request: (s, persona, name) => {
    const request = s.requests.findLast(r => r.key === name && r.persona === persona)
    return request === undefined ? null : { ...PEM, name: `${name}.csr`, body: request.pem }
  },
  list: (s, persona, name) => {
    const list = s.lists.find(l => String(l.number) === name && l.persona === persona)
    return list === undefined ? null : { ...PEM, name: `吊销列表-${name}.crl`, body: list.pem }
  },
  export: (s, persona, name) => {
    const file = s.exports.find(e => e.id === name && e.persona === persona)
    if (file === undefined) return null
    return file.withKey
      ? { name: file.name, mediaType: 'application/x-pkcs12', encoding: 'base64', body: file.data }
      : { ...PEM, name: file.name, body: file.data }
  },
  signature: (s, persona, name) => {
    const signed = s.signed.findLast(d => d.doc === name && d.persona === persona && d.p7s !== '')
    return signed === undefined
      ? null
      : { name: `${name}.p7s`, mediaType: 'application/pkcs7-signature', encoding: 'base64', body: signed.p7s }
  },
  text: (s, persona, name) => {
    const signed = s.signed.findLast(d => d.doc === name && d.persona === persona && d.p7s !== '')
    return signed === undefined ? null : { name: `${name}.txt`, mediaType: 'text/plain', encoding: 'text', body: signed.text }
  },
  paper: (s, _persona, name) => {
    const paper = s.papers.find(p => p.id === name)
    return paper === undefined ? null : { name: `${paper.name}.txt`, mediaType: 'text/plain', encoding: 'text', body: paper.text }
  },
  paperSignature: (s, _persona, name) => {
    const paper = s.papers.find(p => p.id === name)
    return paper === undefined
      ? null
      : { name: `${paper.name}.p7s`, mediaType: 'application/pkcs7-signature', encoding: 'base64', body: paper.p7s }
  },
}

/** Certificates, requests, lists, key files and signatures as any other program reads them; `certificate:root`, `export:EX1001`. */
export function artefactOf(s: Slice, id: string, persona: string): Artefact | null {
  const at = id.indexOf(':')
  const kind = id.slice(0, Math.max(at, 0))
  const found = Object.hasOwn(KINDS, kind) ? (KINDS[kind]?.(s, persona, id.slice(at + 1)) ?? null) : null
  return found === null ? null : { id, ...found }
}
