import type { FastifyReply, FastifyRequest } from 'fastify'

/** Does a browser ask for a page that a person will look at, and not a program for an answer? */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')
}

/** A page instead of an answer for programs: it says why, and comes back by itself, so that nobody is left before an error. */
export function sendBusyPage(reply: FastifyReply, { zh, en, seconds }: { zh: string; en: string; seconds: number }): FastifyReply {
  return reply.code(503).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="${seconds}"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>服务器正忙 · 职衡</title>
<body style="margin:0;font:16px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif;background:#faf8f4;color:#1b2430">
<main role="status" style="max-width:30em;margin:18vh auto 0;padding:0 24px"><h1 style="margin:0 0 12px;font-size:24px">服务器正忙</h1>
<p style="margin:0 0 8px">${zh}页面会自动重试，不必刷新。</p><p lang="en" style="margin:0;color:#5b6776;font-size:14px">${en} This page comes back by itself.</p></main>`)
}
