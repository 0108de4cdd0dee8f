import { after, before } from 'node:test'
import { applyingChapter } from './stage/chapters/chapter-applying.ts'
import { awardChapter } from './stage/chapters/chapter-award.ts'
import { examChapter } from './stage/chapters/chapter-exam.ts'
import { openStage } from './stage/stage.ts'
import { tell } from './stage/story.ts'
import type { Tale } from './stage/tale.ts'

let tale: Tale
before(async () => {
  const stage = await openStage('season')
  stage.clock('2026-11-02', '09:00')
  tale = { stage } as Tale // every window is opened by the step that first needs it
})
after(() => tale?.stage.end())

tell([...applyingChapter, ...examChapter, ...awardChapter], () => tale)
