import type { InteractionType, PartType } from '../contract.ts'
import { BlankEditor } from '../types/blank/pages/editor.tsx'
import { caseEditorOf } from '../types/case/pages/editor.tsx'
import { EssayEditor } from '../types/essay/pages/editor.tsx'
import { FileAnswerEditor } from '../types/file-answer/pages/editor.tsx'
import { HotAreaEditor } from '../types/hot-area/pages/editor.tsx'
import { InlineChoiceEditor } from '../types/inline-choice/pages/editor.tsx'
import { LabTaskEditor } from '../types/lab-task/pages/editor.tsx'
import { MatchingEditor } from '../types/matching/pages/editor.tsx'
import { MultipleChoiceEditor } from '../types/multiple-choice/pages/editor.tsx'
import { OrderingEditor } from '../types/ordering/pages/editor.tsx'
import { ShortAnswerEditor } from '../types/short-answer/pages/editor.tsx'
import { SingleChoiceEditor } from '../types/single-choice/pages/editor.tsx'
import { TableFillEditor } from '../types/table-fill/pages/editor.tsx'
import { TrueFalseEditor } from '../types/true-false/pages/editor.tsx'
import type { Editor } from './editors/editor-props.ts'

const PART_EDITORS: Readonly<Record<PartType, Editor>> = {
  'single-choice': SingleChoiceEditor,
  'multiple-choice': MultipleChoiceEditor,
  'true-false': TrueFalseEditor,
  blank: BlankEditor,
  'inline-choice': InlineChoiceEditor,
  'table-fill': TableFillEditor,
  matching: MatchingEditor,
  ordering: OrderingEditor,
  'hot-area': HotAreaEditor,
  'short-answer': ShortAnswerEditor,
  essay: EssayEditor,
}

const EDITORS: Readonly<Record<InteractionType, Editor>> = {
  ...PART_EDITORS,
  'file-answer': FileAnswerEditor,
  'lab-task': LabTaskEditor,
  case: caseEditorOf(type => PART_EDITORS[type]),
}

/**
 * The editor in which a writer makes an item of this type. Apart from the views, so that the exam client carries none of it.
 */
export function editorOf(type: InteractionType): Editor {
  return EDITORS[type]
}
