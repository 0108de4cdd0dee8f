import type { Frozen } from '../../../../kernel/brand.ts'
import type { Json } from '../../core/world/canonical.ts'
import { APPLICATION, CERT, type CertData, type PkiSlice, TOKEN } from './slice.ts'

type Slice = Frozen<PkiSlice>

function certView(c: Frozen<Omit<CertData, 'privateKey'>>): { readonly [key: string]: Json } {
  const { serial, issuer, subject, usage, from, until, store, public: key, pem, fingerprint } = c
  return { serial, issuer, subject: { ...subject }, usage: [...usage], from, until, store, publicKey: key, pem, fingerprint }
}

const ACTS: Readonly<Record<string, readonly string[]>> = {
  valid: ['export', 'sign', 'revoke', 'renew'],
  held: ['revokeCancel', 'export'],
  revoked: ['export'],
  expired: ['export'],
}

/** What a persona sees: the public site once it was opened, and its own drawer of keys and certificates. */
export function viewOf(s: Slice, persona: string, isOfficer: boolean): Json {
  const token = s.tokens[persona]
  return {
    name: s.config.name,
    opened: s.root !== null,
    profiles: s.config.profiles.map(({ id, zh, docs, usage, days, idKind }) => ({
      id,
      zh,
      docs: [...docs],
      usage: [...usage],
      days,
      idKind,
    })),
    root: s.root === null ? null : certView(s.root),
    issuing: s.issuing === null ? null : certView(s.issuing),
    directory: s.certs.filter(c => c.partner !== null).map(c => ({ ...certView(c), name: c.subject.name })),
    certs: s.certs
      .filter(c => c.holder === persona)
      .map(c => ({
        ...certView(c),
        status: c.status,
        statusZh: CERT.states[c.status]?.zh ?? '',
        successor: c.successor,
        acts: [...(ACTS[c.status] ?? [])],
      })),
    applications: s.applications.filter(a => a.persona === persona).map(applicationView),
    review: isOfficer ? s.applications.filter(a => a.state === 'submitted').map(applicationView) : [],
    keys: s.keys.filter(k => k.persona === persona).map(({ id, store, public: key }) => ({ id, store, publicKey: key })),
    requests: s.requests.filter(r => r.persona === persona).map(({ key, pem }) => ({ key, pem })),
    token: token === undefined ? null : { state: token.state, stateZh: TOKEN.states[token.state]?.zh ?? '', left: 5 - token.tries },
    trusted:
      s.trust[persona] === undefined
        ? null
        : { fingerprint: s.trust[persona]?.fingerprint ?? '', compared: s.trust[persona]?.compared ?? false },
    lists: s.lists
      .filter(l => l.persona === persona)
      .map(({ number, at, until, pem, serials }) => ({ number, at, until, pem, serials: [...serials] })),
    exports: s.exports
      .filter(e => e.persona === persona)
      .map(({ id, serial, withKey, folder, name, data }) => ({ id, serial, withKey, folder, name, data })),
    signed: s.signed
      .filter(d => d.persona === persona)
      .map(({ doc, serial, text, p7s, sealed, at }) => ({ doc, serial, text, p7s, sealed, at })),
    papers: s.papers.map(({ id, name, text, p7s }) => ({ id, name, text, p7s })),
    checks: s.checks.filter(c => c.persona === persona).map(({ seq: _seq, persona: _persona, ...c }) => c),
    conclusions: s.verdicts.map(({ doc, verdict }) => ({ doc, verdict })),
  }
}

function applicationView(a: Frozen<PkiSlice>['applications'][number]): Json {
  const { no, profile, subject, idNo, docs, state, reason, codeUntil, request, serial } = a
  return {
    no,
    profile,
    subject: { ...subject },
    idNo,
    docs: [...docs],
    state,
    stateZh: APPLICATION.states[state]?.zh ?? '',
    reason,
    codeUntil,
    request,
    serial,
  }
}
