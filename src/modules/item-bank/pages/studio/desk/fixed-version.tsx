import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { hundredths } from '../../../../../kernel/marks.ts'
import { Facts } from '../../../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { Sheet, TwoSides } from '../../../../../ui/components/page/sheet.tsx'
import { showMarks } from '../../../../../ui/format.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INTERACTION_NAMES } from '../../../../interactions/contract.ts'
import { makeNextVersion } from '../../../contract.ts'
import { en as bankEn } from '../../words.en.ts'
import { zh as bankZh } from '../../words.zh.ts'
import { placeName } from '../../shared/place-name.ts'
import { placingGroups } from '../../../core/versions/placing-groups.ts'
import { PlacingLines } from '../../shared/placing-lines.tsx'
import { PointNames } from '../../shared/point-names.tsx'
import { HistoryZone } from '../looking/history-zone.tsx'
import { Preview } from '../looking/preview.tsx'
import type { OpenedVersion } from '../studio-draft.ts'
import type { StudioParts } from '../studio-parts.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** A version whose content is fixed, or somebody else's: to be read, and to be written on as a new version. */
export function FixedVersion({ opened, parts }: { readonly opened: OpenedVersion; readonly parts: StudioParts }) {
  const { version } = opened
  const words = useWords(zh, en)
  const language = useLanguage()
  const navigate = useNavigate()
  const { act, busy, refusal } = useAct(makeNextVersion)
  const next = async () => {
    const reply = await act({ params: { itemVersionId: version.itemVersionId }, body: {} })
    if (reply.ok) await navigate(`/items/studio/${reply.value.itemVersionId}`)
  }
  const state = words.states[version.state]
  const mayGoOn = version.isMine && version.state !== 'draft'
  return (
    <>
      <PageHead
        title={fill(words.title, { type: INTERACTION_NAMES[version.type][language], code: version.code })}
        purpose={fill(words.purposeFixed, { n: version.version })}
        trail={<Link to="/items">{words.bank}</Link>}
        action={
          mayGoOn ? (
            <Button type="primary" loading={busy} onClick={() => void next()}>
              {words.fixed.next}
            </Button>
          ) : undefined
        }
      />
      <RefusalNote refusal={refusal} what={words.fixed.refused} />
      <TwoSides
        facts={
          <>
            <Sheet title={words.zones.facts}>
              <div className="z-stack">
                <p className="z-note">{version.state === 'draft' ? words.fixed.notMine : fill(words.fixed.note, { state })}</p>
                <FactsOf opened={opened} />
              </div>
            </Sheet>
            <Sheet title={words.look.tabs.history}>
              <HistoryZone itemId={version.itemId} itemVersionId={version.itemVersionId} />
            </Sheet>
          </>
        }
        evidence={
          <Sheet title={words.zones.look}>
            <Preview
              type={version.type}
              marks={version.marks}
              documents={opened}
              isSound={version.state !== 'draft'}
              parts={parts}
              stimulus={opened.stimulus}
            />
          </Sheet>
        }
      />
    </>
  )
}

function FactsOf({ opened: { version, placings } }: { readonly opened: OpenedVersion }) {
  const others = placingGroups(placings)
  const { editionId, level, points } = version
  const words = useWords(zh, en)
  const bank = useWords(bankZh, bankEn)
  const language = useLanguage()
  const facts = [
    { label: words.facts.place, value: placeName(version), wide: true },
    { label: bank.columns.version, value: <StateWord tone="idle">{words.states[version.state]}</StateWord> },
    { label: words.facts.marks, value: showMarks(hundredths(version.marks), language) },
    {
      label: words.facts.points,
      value: points.length === 0 ? version.area.join('／') : <PointNames editionId={editionId} level={level} codes={points} />,
      wide: true,
    },
    ...(others.length === 0 ? [] : [{ label: words.facts.placings, value: <PlacingLines groups={others} />, wide: true }]),
    {
      label: words.facts.difficulty,
      value: words.facts.difficulties[`n${Math.min(5, Math.max(1, version.difficulty)) as 1 | 2 | 3 | 4 | 5}`],
    },
    { label: words.facts.importance, value: bank.importance[version.importance] },
    { label: words.facts.source, value: version.source ?? '—', wide: true },
  ]
  return <Facts facts={facts} columns={2} />
}
