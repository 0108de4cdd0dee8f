import { dayOf } from '../../../kernel/instant.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { type Ctx, type Ports, systemContext } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { issueCertificate } from '../../certificate/index.ts'
import { peopleOf } from '../../identity/index.ts'
import { roundOf } from '../../registration/index.ts'
import { mayCertify } from '../core/publication.ts'
import { levelWords } from '../core/result-views.ts'
import { listMarks, listUncertified, nameCertificate } from '../store/decisions.ts'
import { listPublications } from '../store/publications.ts'

const CHUNK = 50 // one transaction: short enough that the counter of a series is not held for long

/** How far the issue of a session's certificates is. */
export type IssueProgress = { readonly issued: number; readonly remaining: number }

/**
 * Issues the certificates of the next passed candidates of a published session; safe to repeat.
 * Refuses `not-published`, and what `issueCertificate` refuses.
 */
export async function issueNext(tx: Tx, ctx: Ctx, { sessionId }: { readonly sessionId: string }): Promise<Result<IssueProgress>> {
  const published = mayCertify(await listPublications(tx, [sessionId]))
  if (!published.ok) return published
  const decisions = await listUncertified(tx, sessionId, CHUNK)
  const people = await peopleOf(
    tx,
    decisions.map(d => d.personId),
  )
  const sites = new Map((await roundOf(tx, sessionId))?.sites.map(site => [site.code, site.name]))
  const issuedOn = dayOf(published.value.state.at)
  for (const decision of decisions) {
    const person = people.get(decision.personId)
    if (!person) throw new Error(`nobody known as ${decision.personId}`)
    const { personId, level, editionId, scheme, siteCode, sessionCode, theory, practical } = decision
    const number = await issueCertificate(tx, ctx, {
      personId,
      name: person.name,
      idMasked: person.idMasked,
      level,
      levelName: levelWords(editionId, level).title,
      editionId,
      scheme,
      institution: siteCode,
      institutionName: sites.get(siteCode) ?? siteCode,
      issuedOn,
      theory: theory.mark,
      practical: practical.mark,
      sessionCode,
      sessionId,
    })
    if (!number.ok) return number
    await nameCertificate(tx, decision, number.value)
  }
  const marks = await listMarks(tx, { sessionId, provinces: null, level: '' })
  return ok({ issued: decisions.length, remaining: marks.filter(m => m.state === 'passed' && !m.certified).length })
}

/** The job after publication: chunk by chunk, each in its own transaction. */
export async function issueForSession(ports: Ports, { sessionId }: { readonly sessionId: string }): Promise<void> {
  for (;;) {
    const progress = await ports.database.transact(async tx => {
      const outcome = await issueNext(tx, systemContext(ports, 'issue-certificates'), { sessionId })
      if (!outcome.ok) throw new Error(`certificates of ${sessionId} refused: ${outcome.refusal.code}`)
      return outcome.value
    })
    if (progress.remaining === 0 || progress.issued === 0) return
  }
}
