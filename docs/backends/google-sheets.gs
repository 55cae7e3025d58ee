// Một Cửa into a Google Sheet (docs/backends/google-sheets.md): Extensions → Apps Script, paste, deploy as a web app.

/** The sheet of this name takes the answers; it is made if it is not there. */
const SHEET = 'answers';
const HEAD = ['key', 'id', 'rev', 'answer'];

/** One row a revision. The key column is looked through under a lock, so that a copy adds nothing. */
function doPost(event) {
  const { key, id, rev, answer } = event.parameter;
  if (!/^[0-9a-f-]{36}-\d{1,9}$/.test(key) || key !== id + '-' + rev || !answer || answer.length > 40000) {
    return reply({ refused: true });
  }
  const lock = LockService.getScriptLock();
  lock.waitLock(20000);
  try {
    const book = SpreadsheetApp.getActive();
    const sheet = book.getSheetByName(SHEET) || book.insertSheet(SHEET);
    if (sheet.getLastRow() === 0) sheet.appendRow(HEAD);
    const there = sheet.getRange('A:A').createTextFinder(key).matchEntireCell(true).findNext();
    if (!there) {
      // As text, whatever it looks like: an answer must not become a formula.
      const row = sheet.getLastRow() + 1;
      sheet.getRange(row, 1, 1, HEAD.length).setNumberFormat('@').setValues([[key, id, rev, answer]]);
      SpreadsheetApp.flush();
    }
    return reply({ key: key, copy: there !== null });
  } finally {
    lock.releaseLock();
  }
}

function reply(value) {
  return ContentService.createTextOutput(JSON.stringify(value)).setMimeType(ContentService.MimeType.JSON);
}
