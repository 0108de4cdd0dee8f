import { Button } from 'antd'
import { Link } from 'react-router'
import { hundredths } from '../../../../kernel/marks.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import type { RowPanel } from '../../../../ui/components/table/work-table.tsx'
import { showMarks } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { showHistory } from '../../contract.ts'
import type { ItemViews } from '../shared/item-views.ts'
import { FindingLines } from '../shared/finding-lines.tsx'
import { PointNames } from '../shared/point-names.tsx'
import { StepLines } from '../shared/step-lines.tsx'
import { Threads } from '../shared/threads.tsx'
import { useReading } from '../shared/use-reading.ts'
import { type ShownVersion, showEstimate, stateTones, typeName } from '../shared/versions.ts'
import { en as bankEn } from '../words.en.ts'
import { zh as bankZh } from '../words.zh.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly version: ShownVersion; readonly Shown: ItemViews['Shown'] }

/** What opens beside a row of the list. */
export function useVersionPanel(Shown: ItemViews['Shown']): (version: ShownVersion) => RowPanel {
  const states = useWords(bankZh, bankEn).state
  return version => ({
    title: version.code,
    state: <StateWord tone={stateTones[version.state]}>{states[version.state]}</StateWord>,
    body: <VersionPanel key={version.itemVersionId} version={version} Shown={Shown} />,
    actions: <PanelActions version={version} />,
  })
}

/** A version beside the list: facts at once, content only on demand, remarks and what happened. */
function VersionPanel({ version, Shown }: Props) {
  const words = useWords(zh, en).panel
  const history = useRead(showHistory, { params: { itemId: version.itemId } })
  return (
    <>
      <Sheet title={words.facts}>
        <VersionFacts version={version} />
      </Sheet>
      <Sheet title={words.content}>
        <Content itemVersionId={version.itemVersionId} Shown={Shown} />
      </Sheet>
      {history.isError ? (
        <RefusalNote refusal={history.error.told} onRetry={() => void history.refetch()} />
      ) : history.isPending ? (
        <WaitingSkeleton lines={4} />
      ) : (
        <>
          <Sheet title={words.comments}>
            <Threads itemVersionId={version.itemVersionId} comments={history.data.comments} />
          </Sheet>
          <Sheet title={words.history} actions={<Link to={`/items/history/${version.itemId}`}>{words.full}</Link>}>
            <StepLines history={history.data} />
          </Sheet>
        </>
      )}
    </>
  )
}

function VersionFacts({ version }: { readonly version: ShownVersion }) {
  const words = useWords(zh, en)
  const bank = useWords(bankZh, bankEn)
  const language = useLanguage()
  const { columns, panel } = words
  return (
    <Facts
      columns={2}
      facts={[
        { label: columns.type, value: typeName(version.type, language) },
        { label: columns.marks, value: showMarks(hundredths(version.marks), language) },
        { label: columns.area, value: version.area.join('／'), wide: true },
        {
          label: columns.point,
          value:
            version.points.length === 0 ? (
              panel.none
            ) : (
              <PointNames editionId={version.editionId} level={version.level} codes={version.points} />
            ),
          wide: true,
        },
        { label: columns.difficulty, value: String(version.difficulty) },
        { label: columns.importance, value: bank.importance[version.importance] },
        { label: columns.writer, value: version.writer || words.blind },
        { label: columns.reviewer, value: version.reviewer || '—' },
        { label: columns.version, value: String(version.version) },
        { label: columns.seconds, value: version.seconds === null ? '—' : showEstimate(version.seconds, language) },
        { label: columns.used, value: version.exposure === 0 ? words.never : fill(words.times, { n: version.exposure }) },
        { label: panel.source, value: version.source ?? panel.none, wide: true },
      ]}
    />
  )
}

function Content({ itemVersionId, Shown }: { readonly itemVersionId: string; readonly Shown: ItemViews['Shown'] }) {
  const words = useWords(zh, en).panel
  const { opened, open, busy, refusal } = useReading(itemVersionId)
  if (opened)
    return (
      <div className="z-stack">
        <Shown type={opened.version.type} content={opened.content} answerKey={opened.key} stimulus={opened.stimulus} />
        {opened.findings.length > 0 && (
          <section>
            <h3>{words.findings}</h3>
            <FindingLines findings={opened.findings} />
          </section>
        )}
      </div>
    )
  return (
    <div className="z-item-secret">
      <p className="z-note">{words.why}</p>
      <RefusalNote refusal={refusal} what={words.refused} />
      <Button loading={busy} onClick={() => void open()}>
        {words.open}
      </Button>
    </div>
  )
}

/** Ways on from a version; the server decides again what may be done there. */
function PanelActions({ version }: { readonly version: ShownVersion }) {
  const words = useWords(zh, en).panel
  const underReview = !version.isMine && ['item-review', 'passed', 'approved', 'trial'].includes(version.state)
  return (
    <>
      <Link className="z-button" to={`/items/history/${version.itemId}`}>
        {words.full}
      </Link>
      {version.isMine && (
        <Link className="z-button" to={`/items/studio/${version.itemVersionId}`}>
          {words.studio}
        </Link>
      )}
      {underReview && (
        <Link className="z-button z-button-primary" to={`/items/reviews/${version.itemVersionId}`}>
          {words.review}
        </Link>
      )}
    </>
  )
}
