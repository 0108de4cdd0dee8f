import type { RefusalCatalogue } from '../../../../../kernel/refusal-catalogue.ts'

/** What an attempt refuses of its worlds, beside what the laboratory refuses itself. */
export const labItemRefusals = {
  'no-world-here': {
    status: 404,
    zh: '这道题不是实验操作题，或试卷没有带上它的任务文件。请举手告知监考员。',
    en: 'This item has no world, or its document did not come with the paper. Tell the invigilator.',
  },
  'world-behind': {
    status: 409,
    zh: '这台服务器还没有收到此前的全部操作，正在同步，请稍候，不要重复操作。',
    en: 'This server does not hold all earlier steps yet. Wait a moment.',
  },
  'command-not-saved': {
    status: 409,
    zh: '这一步操作还没有保存到服务器，请稍候。',
    en: 'This step has not been saved yet. Wait a moment.',
  },
  'command-aside': {
    status: 409,
    zh: '这一步操作已保存，但作答已在别处继续，它没有执行。请刷新后接着做。',
    en: 'This step is kept, but the work went on elsewhere, so it was not carried out. Reload and go on.',
  },
} as const satisfies RefusalCatalogue
