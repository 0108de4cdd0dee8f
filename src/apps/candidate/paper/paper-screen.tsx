import { useLayoutEffect, useState } from '../../../ui/hooks.ts'
import { type ExamState, type PhaseOf, obstacleOf } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import type { SheetItem } from '../engine/sheet.ts'
import type { Display } from '../use-display.ts'
import { FootBar } from './foot-bar.tsx'
import { ItemCard } from './item-card.tsx'
import { ItemGrid } from './item-grid.tsx'
import { Notices } from './notices.tsx'
import { CalculatorPanel } from './over/calculator-panel.tsx'
import { HandInDialog } from './over/hand-in-dialog.tsx'
import { HelpDialog } from './over/help-dialog.tsx'
import { Paused } from './over/paused.tsx'
import { Review } from './review.tsx'
import { type Over, TopBar } from './top-bar.tsx'
import { WorldScreen } from './world/world-screen.tsx'
import { useShortcuts } from './keys/use-shortcuts.ts'

type PaperPhase = PhaseOf<'paper'>
type Props = {
  readonly exam: Exam
  readonly state: ExamState
  readonly phase: PaperPhase
  readonly display: readonly [Display, (change: Partial<Display>) => void]
}

/** Nothing but the paper: the item, the numbers, the time, and where the work is. */
export function PaperScreen({ exam, state, phase, display: [display, onDisplay] }: Props) {
  const { sheet } = phase
  const [side, setSide] = useState<'item' | 'grid' | 'review'>('item')
  const [over, setOver] = useState<Over>(null)
  const [inWorld, setInWorld] = useState<string | null>(null)
  const worldItem = sheet.items.find(item => item.itemId === inWorld)
  useShortcuts(exam, {
    on: state.pause === null && worldItem === undefined,
    letters: display.shortcuts && side !== 'review',
    open: what => (what === 'help' || state.calculator) && setOver(what),
  })
  const go = (index: number) => {
    exam.goTo(index)
    setSide('item')
    if (display.list) requestAnimationFrame(() => document.getElementById(`heading-${index + 1}`)?.scrollIntoView({ block: 'center' }))
  }
  return (
    <div className={`x-paper x-side-${side}`}>
      <TopBar exam={exam} state={state} phase={phase} display={display} onDisplay={onDisplay} over={over} onOver={setOver} />
      <Notices state={state} />
      <div className="x-body">
        <main id="item" className="x-main" tabIndex={-1}>
          {side === 'review' ? (
            <Review
              exam={exam}
              phase={phase}
              onBack={index => (index === null ? setSide('item') : go(index))}
              onHandIn={() => setOver('hand-in')}
            />
          ) : (
            <Items exam={exam} state={state} phase={phase} list={display.list} onWorld={setInWorld} />
          )}
        </main>
        <ItemGrid sheet={sheet} open={side === 'grid'} onGo={go} onReview={() => setSide('review')} />
      </div>
      {side === 'review' ? null : (
        <FootBar
          sheet={sheet}
          list={display.list}
          onGo={go}
          onReview={() => setSide('review')}
          onGrid={() => setSide(side === 'grid' ? 'item' : 'grid')}
        />
      )}
      {worldItem === undefined ? null : (
        <WorldScreen
          exam={exam}
          state={state}
          item={worldItem}
          hideTime={display.hideTime}
          onHideTime={() => onDisplay({ hideTime: !display.hideTime })}
          onClose={() => setInWorld(null)}
        />
      )}
      <Overlays exam={exam} state={state} phase={phase} over={over} shortcuts={display.shortcuts} onClose={() => setOver(null)} />
    </div>
  )
}

type OverlayProps = Omit<Props, 'display'> & { readonly over: Over; readonly shortcuts: boolean; readonly onClose: () => void }

/** A pause covers everything else; the paper beneath stays as it was. */
function Overlays({ exam, state, phase, over, shortcuts, onClose }: OverlayProps) {
  if (state.pause !== null) return <Paused pause={state.pause} leftMs={exam.remainingMs()} />
  if (over === 'calculator') return <CalculatorPanel onClose={onClose} />
  if (over === 'help') return <HelpDialog calculator={state.calculator} shortcuts={shortcuts} onClose={onClose} />
  const handIn = () => {
    onClose()
    void exam.handIn()
  }
  return over === 'hand-in' ? <HandInDialog sheet={phase.sheet} onBack={onClose} onConfirm={handIn} /> : null
}

type ItemsProps = {
  readonly exam: Exam
  readonly state: ExamState
  readonly phase: PaperPhase
  readonly list: boolean
  readonly onWorld: (itemId: string) => void
}

/** The current item, or the whole paper one below the other. */
function Items({ exam, state, phase, list, onWorld }: ItemsProps) {
  const { sheet } = phase
  const card = (item: SheetItem, takesFocus: boolean) => (
    <ItemCard
      key={item.itemId}
      sheet={sheet}
      item={item}
      takesFocus={takesFocus}
      showsStimulus={!list || sheet.items[item.number - 2]?.stimulusId !== item.stimulusId}
      readOnly={obstacleOf(state) !== null}
      onRespond={value => exam.change({ kind: 'respond', itemId: item.itemId, value })}
      onMark={value => exam.change({ kind: 'mark', itemId: item.itemId, value })}
      onUpload={file => exam.addFile(item.itemId, file)}
      onWorld={() => onWorld(item.itemId)}
    />
  )
  const here = sheet.items[sheet.at]
  // a page that was turned begins at its top, whether the page scrolls or the item alone; set before it is painted
  useLayoutEffect(() => {
    if (list) return
    document.getElementById('item')?.scrollTo(0, 0)
    scrollTo(0, 0)
  }, [here?.itemId, list])
  return (
    <>
      {sheet.sections.map(section => {
        const items = sheet.items.filter(item => item.sectionId === section.sectionId && (list || item === here))
        if (items.length === 0) return null
        return (
          <section key={section.sectionId}>
            <header className="x-section">
              <h1>{section.title}</h1>
              {section.instructions === '' ? null : <p>{section.instructions}</p>}
            </header>
            {items.map(item =>
              list ? (
                <div key={item.itemId} onFocus={() => item !== here && exam.goTo(item.number - 1)}>
                  {card(item, false)}
                </div>
              ) : (
                card(item, true)
              ),
            )}
          </section>
        )
      })}
    </>
  )
}
