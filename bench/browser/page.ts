/** A plain government page around a subject: a title before it, the office's address after it, one small style. */
import type { Subject } from './subjects.ts';

/** The rule the guides print for the letterbox; every subject gets the same room. */
const ROOM = 1500;

export const pageOf = ({ head, body, marks }: Subject): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>荆门市人民政府</title>
<style>
body { margin: 0 16px; font-family: sans-serif }
main { max-width: 760px; margin: 0 auto }
${marks.host} { display: block; min-height: ${ROOM}px }
</style>
${head}
</head>
<body>
<main>
<h1>互动交流</h1>
<p>有建议、有疑问、有困难，都可以写信给市政府。每一封信都有答复。</p>
${body}
<p>主办单位：荆门市人民政府办公室</p>
</main>
</body>
</html>
`;
