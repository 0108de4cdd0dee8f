import { useWords } from '../../ui/words.ts'
import type { Exam } from './engine/exam.ts'
import { PaperScreen } from './paper/paper-screen.tsx'
import { EndedScreen } from './screens/ended.tsx'
import { HandingInScreen } from './screens/handing-in.tsx'
import { MessageScreen } from './screens/message.tsx'
import { ReadyScreen } from './screens/ready.tsx'
import { StoppedScreen } from './screens/stopped.tsx'
import { SignInScreen } from './screens/sign-in.tsx'
import { useDisplay } from './use-display.ts'
import { useExam } from './use-exam.ts'
import { en } from './words/words.en.ts'
import { zh } from './words/words.zh.ts'

/** One screen for each phase. */
export function App({ exam }: { readonly exam: Exam }) {
  const state = useExam(exam)
  const display = useDisplay()
  const words = useWords(zh, en)
  const { phase } = state
  switch (phase.kind) {
    case 'opening':
      return <MessageScreen title={words.opening.title} text={phase.told ? words.opening.lost : words.opening.text} told={null} />
    case 'sign-in':
      return <SignInScreen exam={exam} busy={phase.busy} told={phase.told} />
    case 'ready':
      return <ReadyScreen exam={exam} state={state} phase={phase} />
    case 'fetching':
      return <MessageScreen title={words.fetching} text={phase.told ? words.opening.lost : ''} told={null} />
    case 'paper':
      return <PaperScreen exam={exam} state={state} phase={phase} display={display} />
    case 'handing-in':
      return <HandingInScreen exam={exam} state={state} phase={phase} />
    case 'ended':
      return <EndedScreen exam={exam} phase={phase} />
    case 'stopped':
      return <StoppedScreen told={phase.told} />
  }
}
