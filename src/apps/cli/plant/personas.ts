import { listOwnResults } from '../../../modules/award/contract.ts'
import { offerPersona } from '../../../modules/identity/contract.ts'
import type { SeasonWorld, Track } from '../season/driving/season-world.ts'
import type { OpenRoundPeople } from './open-round.ts'

type People = { readonly past: readonly Track[]; readonly today: readonly Track[]; readonly open: OpenRoundPeople }
type Offer = { readonly persona: string; readonly note: string; readonly track: Track | undefined }

/** Offers one candidate of every state to visitors. */
export async function offerPersonas(world: SeasonWorld, { past, today, open }: People): Promise<void> {
  const results = await outcomesOf(world, past)
  const seated = today.filter(t => t.standing === 'approved')
  const offers: Offer[] = [
    { persona: 'candidate-new', note: '刚注册，还没有申报', track: open.newcomers[0] },
    { persona: 'candidate-draft', note: '申报表填到一半', track: open.drafts[0] },
    { persona: 'candidate-waiting', note: '已提交，等待资格审查', track: open.waiting.find(t => t.standing === 'submitted') },
    {
      persona: 'candidate-returned',
      note: '申报被退回，待补充材料',
      track: [...open.decided, ...today, ...past].find(t => t.standing === 'returned'),
    },
    { persona: 'candidate-rejected', note: '资格审查未通过', track: [...open.decided, ...past].find(t => t.standing === 'rejected') },
    {
      persona: 'candidate-short',
      note: '条件尚未满足，可看最早满足日期',
      track: [...open.decided, ...open.waiting].find(t => t.standing === 'refused'),
    },
    { persona: 'candidate-approved', note: '审查通过，等待编场', track: open.decided.find(t => t.standing === 'approved') },
    { persona: 'candidate-today', note: '今天08:30参加理论考试，准考证可下载', track: seated[0] },
    { persona: 'candidate-today-b', note: '今天参加考试，还没有入场', track: seated[1] },
    { persona: 'candidate-passed', note: '上一考次合格，已有证书', track: results.passed },
    { persona: 'candidate-failed', note: '上一考次不合格，可看各部分成绩', track: results.failed },
  ]
  for (const { persona, note, track } of offers) if (track) await world.caller.must(track.client, offerPersona, { body: { persona, note } })
}

async function outcomesOf(
  { caller }: SeasonWorld,
  past: readonly Track[],
): Promise<{ readonly passed: Track | undefined; readonly failed: Track | undefined }> {
  let passed: Track | undefined
  let failed: Track | undefined
  for (const track of past.filter(t => t.ticketNumber !== null)) {
    const { results } = await caller.must(track.client, listOwnResults, {})
    const outcome = results[0]?.state
    if (outcome === 'passed') passed ??= track
    if (outcome === 'failed') failed ??= track
  }
  return { passed, failed }
}
