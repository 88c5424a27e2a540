/** A file that would do something where a program lets it: show a dialog, take over the title, or fetch from `port`. */
export interface HostileFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** Words that a reader must see of it. */
  readonly words: string;
}

const script = (port: number, from: string): string =>
  `document.title='owned';globalThis.owned=true;new Image().src='http://127.0.0.1:${port}/script-${from}';fetch('http://127.0.0.1:${port}/fetch-${from}').catch(()=>{})`;

const page = (port: number, from: string, words: string): string =>
  [
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Letter</title><meta http-equiv="refresh" content="3;url=http://127.0.0.1:${port}/refresh-${from}">`,
    `<link rel="stylesheet" href="http://127.0.0.1:${port}/style-${from}"><style>body{background:url(http://127.0.0.1:${port}/ground-${from})}</style></head>`,
    `<body onload="globalThis.owned=true"><p>${words}</p><img src="http://127.0.0.1:${port}/picture-${from}" onerror="globalThis.owned=true">`,
    `<script>${script(port, from)}</script><iframe src="http://127.0.0.1:${port}/frame-${from}"></iframe><form action="http://127.0.0.1:${port}/form-${from}"><input name="x"></form></body></html>`,
  ].join('');

/** A PDF that runs a script when it is opened and holds one in its field, and a link out. */
function pdf(port: number, words: string): Buffer {
  const drawing = `BT /F1 18 Tf 20 100 Td (${words}) Tj ET`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\("owned"\\); app.launchURL\\("http://127.0.0.1:${port}/launch-pdf"\\);) >> /AcroForm << /Fields [6 0 R] >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Annots [6 0 R 7 0 R] /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (field) /V (v) /Rect [10 10 60 30] /AA << /K << /S /JavaScript /JS (app.alert\\("owned"\\);) >> >> >>',
    `<< /Type /Annot /Subtype /Link /Rect [70 10 160 30] /A << /S /URI /URI (http://127.0.0.1:${port}/link-pdf) >> >>`,
  ];
  let out = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

const svg = (port: number, words: string): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="200" onload="globalThis.owned=true">`,
    `<image href="http://127.0.0.1:${port}/picture-svg" width="10" height="10"/><script>${script(port, 'svg').replaceAll('&', '&amp;').replaceAll('=>', '=&gt;')}</script>`,
    `<text x="20" y="100">${words}</text></svg>`,
  ].join('');

const mail = (html: string): string =>
  [
    'From: Liaison <liaison@agency.example>',
    'To: Counsel <counsel@company.example>',
    'Subject: Your request of 14 June',
    'Date: Mon, 15 Jun 2026 09:00:00 +0000',
    'Message-ID: <1@agency.example>',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
  ].join('\r\n');

/** One file of each sort that a reader might run or fetch for. `port`: where a listener counts what is asked of it. */
export function hostileFiles(port: number): readonly HostileFile[] {
  const words = (sort: string) => `The ${sort} was served on us`;
  return [
    { name: 'letter.pdf', type: 'application/pdf', bytes: pdf(port, words('paper')), words: words('paper') },
    { name: 'letter.html', type: 'text/html', bytes: Buffer.from(page(port, 'html', words('page'))), words: words('page') },
    { name: 'chart.svg', type: 'image/svg+xml', bytes: Buffer.from(svg(port, words('chart'))), words: words('chart') },
    { name: 'mail.eml', type: 'message/rfc822', bytes: Buffer.from(mail(page(port, 'mail', words('mail')))), words: words('mail') },
  ];
}
