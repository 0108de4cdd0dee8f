import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import { uploadRefusals } from '../files/inspect-upload.ts'

/** Refusals that any endpoint may give. */
export const generalRefusals = {
  ...uploadRefusals,
  'invalid-input': { status: 400, zh: '提交的内容有误，请按各栏提示修改。', en: 'Some fields are not right; see the notes beside them.' },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'not-permitted': { status: 403, zh: '您的岗位权限不包括这项操作。', en: 'Your role does not include this.' },
  'not-found': { status: 404, zh: '没有找到所要的内容，可能已被移动，或不在您的权限范围内。', en: 'Nothing is here, or not for you.' },
  'csrf-refused': { status: 403, zh: '页面已过期，请刷新后重试。', en: 'The page is out of date; reload it and try again.' },
  'too-many-requests': { status: 429, zh: '操作过于频繁，请{seconds}秒后再试。', en: 'Too many requests; try again in {seconds} seconds.' },
  'changed-meanwhile': {
    status: 409,
    zh: '内容已被他人更新，请刷新后重试。',
    en: 'Somebody changed this meanwhile; reload and try again.',
  },
  'wrong-state': { status: 409, zh: '当前状态（{state}）不能进行这项操作。', en: 'This cannot be done in the state “{state}”.' },
  overloaded: {
    status: 503,
    zh: '服务器正忙，先保证考生作答的保存。请{seconds}秒后再试。',
    en: 'The server is busy and keeps its strength for saving responses. Try again in {seconds} seconds.',
  },
  'waiting-in-line': {
    status: 503,
    zh: '正在排队，前面还有{ahead}人，{seconds}秒后自动继续，请不要离开本页。',
    en: 'You are in line with {ahead} before you; it goes on by itself in {seconds} seconds. Stay on this page.',
  },
  'storage-full': {
    status: 503,
    zh: '服务器存储空间不足，本次内容没有保存，请稍后重试并通知管理员。',
    en: 'The server has no space left; nothing was saved. Try again later and tell the administrator.',
  },
  'database-away': {
    status: 503,
    zh: '服务器的数据库正在恢复，这次操作可能没有完成，请{seconds}秒后再试。',
    en: 'The database of the server is coming back; this may not have been done. Try again in {seconds} seconds.',
  },
  broken: {
    status: 503,
    zh: '系统出现故障，已记录编号{incident}，请稍后重试。',
    en: 'Something broke; it is recorded as {incident}. Try again later.',
  },
} as const satisfies RefusalCatalogue
