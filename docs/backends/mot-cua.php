<?php
// Một Cửa on shared hosting: upload this one file, and put its address into "submit" of site.json (docs/backends/php.md).
// It speaks the collector's contract: POST stores a revision once, DELETE …/mot-cua.php/ID removes an answer for good.
// It keeps no address of any visitor, sets no cookie and loads nothing. PHP 8.1 or newer; SQLite if PHP has it.
declare(strict_types=1);

// What may be set by hand -----------------------------------------------------------------------------------------------------
// Hash of the password for the export. Open mot-cua.php?hash, type a password, put the line here. Empty: no export.
const PASSWORD_HASH = '';
// Folder for the answers. Best is one outside the web root, like '/home/ward/mot-cua-data'. Empty: one with a random name here.
const DATA = '';
// The survey that is taken; others are refused. Empty: any.
const SURVEY = '';
// Bytes of all answers together, at most: nobody may fill the disk.
const MOST_STORED = 500_000_000;
// -----------------------------------------------------------------------------------------------------------------------------

const MOST_BYTES = 65536;
const MOST_DEEP = 32;
const UUID = '/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/D';
const RESERVED = ['survey', 'unit', 'counter', 'field', 'procedure', 'lang', 'id', 'rev'];

ini_set('display_errors', '0');
header('X-Content-Type-Options: nosniff');
header('Cache-Control: no-store');
header('Access-Control-Allow-Origin: *');
header('Access-Control-Expose-Headers: Retry-After');
set_exception_handler(function (Throwable $error): void {
    error_log('mot-cua.php: ' . $error->getMessage());
    header('Retry-After: 5');
    problem('overloaded', 503, 'Try again later');
});

function preflight(): never
{
    header('Access-Control-Allow-Methods: POST, DELETE');
    header('Access-Control-Allow-Headers: content-type, idempotency-key');
    header('Access-Control-Max-Age: 86400');
    http_response_code(204);
    exit;
}

function take(): never
{
    $media = strtolower(trim(explode(';', $_SERVER['CONTENT_TYPE'] ?? '')[0]));
    $body = stream_get_contents(fopen('php://input', 'rb'), MOST_BYTES + 1);
    if (strlen($body) > MOST_BYTES) problem('invalid', 413, 'Larger than 64 KiB');
    if ($media === 'application/x-www-form-urlencoded') take_form($body);
    if ($media !== 'application/json') problem('invalid', 415, 'Send application/json or a form', 'Content-Type');
    $answer = json_decode($body, false, MOST_DEEP);
    if (!is_object($answer)) problem('invalid', 400, 'Not a JSON object, or too deep');
    check($answer);
    $key = $_SERVER['HTTP_IDEMPOTENCY_KEY'] ?? null;
    if ($key !== null && $key !== "\"$answer->id:$answer->rev\"") problem('invalid', 400, 'Another id or revision than in the body', 'Idempotency-Key');
    $stored = ['id' => $answer->id, 'rev' => $answer->rev, 'receipt' => receipt($answer->id), 'sha256' => hash('sha256', $body)];
    switch (store()->put($answer->id, $answer->rev, $body, 'json')) {
        case 'stored': json(201, $stored);
        case 'same': json(200, $stored);
        case 'conflict': problem('conflict', 422, 'Another answer is stored under this id and revision', null, ['stored' => true]);
        case 'deleted': problem('deleted', 410, 'Its owner deleted this answer');
        default: throw new RuntimeException('no room for more answers');
    }
}

/** A page without script, or with one that may not fetch: fields, and a thank-you page. */
function take_form(string $body): never
{
    $fields = [];
    foreach (array_filter(explode('&', $body), 'strlen') as $pair) {
        [$name, $value] = array_map('urldecode', array_pad(explode('=', $pair, 2), 2, ''));
        if ($value !== '') $fields[$name][] = $value;
    }
    $one = fn(string $name): ?string => $fields[$name][0] ?? null;
    $typed = fn(string $value): int|string => preg_match('/^(0|-?[1-9]\d{0,14})$/D', $value) ? (int) $value : $value;
    $answers = [];
    foreach ($fields as $name => $values) {
        if (in_array((string) $name, RESERVED, true)) continue;
        $answers[$name] = count($values) > 1 ? $values : $typed($values[0]);
    }
    if (!$answers) page('Bạn chưa chọn mặt nào. Xin bấm nút quay lại.', 'No face was chosen. Please go back.', 422);
    $place = array_filter(['unit' => strtoupper($one('unit') ?? ''), 'counter' => strtoupper($one('counter') ?? ''),
        'field' => strtoupper($one('field') ?? ''), 'procedure' => $one('procedure')]);
    $now = new DateTimeImmutable('now', new DateTimeZone('+07:00'));
    $answer = (object) [
        'v' => 1, 'id' => $one('id') ?? uuid(), 'rev' => (int) ($one('rev') ?? 1), 'survey' => $one('survey') ?? 'quick', 'surveyVersion' => '',
        'place' => (object) $place, 'answers' => (object) $answers, 'complete' => false, 'savedAt' => $now->format('Y-m-d\TH:00:00P'),
        'lang' => $one('lang') ?? 'vi', 'app' => 'form', 'context' => (object) ['mode' => 'form', 'assisted' => false],
    ];
    check($answer);
    match (store()->put($answer->id, $answer->rev, encode($answer), 'form')) {
        'deleted' => page('Phiếu này đã được xóa.', 'This answer was deleted.', 410),
        'full' => throw new RuntimeException('no room for more answers'),
        // For a person a kept-aside answer is a thank-you too: the first one counts.
        default => null,
    };
    header('Location: ' . strtok($_SERVER['REQUEST_URI'], '?') . '?thanks=' . receipt($answer->id), true, 303);
    exit;
}

/** What a phone of ours would send; the questions themselves are not known here. */
function check(object $answer): void
{
    $text = fn(string $name, int $most): bool => is_string($answer->$name ?? null) && strlen($answer->$name) <= $most;
    $wrong = match (true) {
        ($answer->v ?? null) !== 1 => 'v',
        !is_string($answer->id ?? null) || !preg_match(UUID, $answer->id) => 'id',
        !is_int($answer->rev ?? null) || $answer->rev < 1 || $answer->rev > 0xffffffff => 'rev',
        !$text('survey', 64) || (SURVEY !== '' && $answer->survey !== SURVEY) => 'survey',
        !is_object($answer->place ?? null) || !preg_match('/^[A-Z0-9]{2,12}$/D', (string) ($answer->place->unit ?? '')) => 'place.unit',
        !is_object($answer->answers ?? null) => 'answers',
        !is_bool($answer->complete ?? null) => 'complete',
        !$text('savedAt', 40) => 'savedAt',
        !$text('surveyVersion', 80) => 'surveyVersion',
        !$text('lang', 12) => 'lang',
        !$text('app', 32) => 'app',
        default => null,
    };
    if ($wrong !== null) problem('invalid', 422, 'This answer does not fit', $wrong);
}

function remove(): never
{
    $id = ltrim($_SERVER['PATH_INFO'] ?? '', '/') ?: (string) ($_GET['id'] ?? '');
    // No answer can have another kind of id.
    if (preg_match(UUID, $id)) store()->remove($id);
    http_response_code(204);
    exit;
}

function look(): never
{
    if (isset($_GET['thanks'])) {
        $code = htmlspecialchars((string) $_GET['thanks']);
        page("Cảm ơn bạn. Phường đã nhận. Mã phiếu: <b>$code</b>", "Thank you. It was received. Receipt: <b>$code</b>");
    }
    if (isset($_GET['hash']) || isset($_GET['export'])) ask_password(isset($_GET['hash']) ? 'hash' : 'export');
    problem('method', 405, 'POST an answer');
}

function ask_password(string $for): never
{
    page("<form method=\"post\" action=\"?$for\"><label>Mật khẩu / password <input type=\"password\" name=\"password\" required></label> "
        . ($for === 'export' ? '<select name="format"><option>csv<option>jsonl</select> ' : '') . '<button>OK</button></form>', '');
}

function show_hash(): never
{
    $hash = htmlspecialchars(password_hash((string) ($_POST['password'] ?? ''), PASSWORD_DEFAULT));
    page("<code>const PASSWORD_HASH = '$hash';</code>", 'Put this line into mot-cua.php.');
}

function export(): never
{
    if (PASSWORD_HASH === '') page('Chưa đặt mật khẩu: mở ?hash', 'No password is set: open ?hash', 403);
    if (!password_verify((string) ($_POST['password'] ?? ''), PASSWORD_HASH)) page('Sai mật khẩu.', 'Wrong password.', 403);
    $lines = ($_POST['format'] ?? '') === 'jsonl';
    header('Content-Type: ' . ($lines ? 'application/jsonl' : 'text/csv; charset=utf-8'));
    header('Content-Disposition: attachment; filename="answers.' . ($lines ? 'jsonl' : 'csv') . '"');
    if ($lines) {
        foreach (store()->latest() as $body) echo str_replace(["\r", "\n"], ' ', $body), "\n";
        exit;
    }
    $names = [];
    foreach (store()->latest() as $body) $names += array_fill_keys(array_keys((array) json_decode($body)->answers), true);
    $names = array_map('strval', array_keys($names));
    $fixed = ['receipt', 'rev', 'survey', 'unit', 'counter', 'field', 'procedure', 'complete', 'savedAt', 'lang'];
    $out = fopen('php://output', 'wb');
    fwrite($out, "\u{feff}");
    fputcsv($out, array_map('cell', [...$fixed, ...$names]), ',', '"', '', "\r\n");
    foreach (store()->latest() as $body) {
        $a = json_decode($body);
        $row = [receipt($a->id), $a->rev, $a->survey, $a->place->unit, $a->place->counter ?? null, $a->place->field ?? null,
            $a->place->procedure ?? null, $a->complete, $a->savedAt, $a->lang];
        foreach ($names as $name) $row[] = $a->answers->$name ?? null;
        fputcsv($out, array_map('cell', $row), ',', '"', '', "\r\n");
    }
    exit;
}

/** A text that Excel would take for a formula gets an apostrophe. */
function cell(mixed $value): string
{
    if (is_bool($value)) return $value ? 'true' : 'false';
    if (is_int($value) || is_float($value)) return encode($value);
    $text = is_array($value) && array_filter($value, 'is_string') === $value ? implode('; ', $value) : (is_string($value) ? $value : ($value === null ? '' : encode($value)));
    return preg_match('/^[\s\x{feff}]*[=+\-@\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}\t\r]/u', $text) ? "'" . $text : $text;
}

/** The last 50 bits of the id in Crockford's base 32, as on the phone. */
function receipt(string $id): string
{
    $bits = hexdec(substr(str_replace('-', '', $id), -13)) & (2 ** 50 - 1);
    for ($code = ''; strlen($code) < 10; $bits >>= 5) $code = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[$bits & 31] . $code;
    return $code;
}

function uuid(): string
{
    $bytes = random_bytes(16);
    $bytes[6] = chr(ord($bytes[6]) & 15 | 64);
    $bytes[8] = chr(ord($bytes[8]) & 63 | 128);
    return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
}

function encode(mixed $value): string
{
    return json_encode($value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
}

function json(int $status, array $body, string $media = 'application/json'): never
{
    http_response_code($status);
    header("Content-Type: $media");
    echo encode($body);
    exit;
}

function problem(string $kind, int $status, string $title, ?string $field = null, array $more = []): never
{
    $field = $field === null ? [] : ['field' => $field];
    json($status, ['type' => "/problems/$kind", 'title' => $title, 'status' => $status] + $field + $more, 'application/problem+json');
}

/** `$vi` and `$en` are HTML of ours. */
function page(string $vi, string $en, int $status = 200): never
{
    http_response_code($status);
    header('Content-Type: text/html; charset=utf-8');
    header("Content-Security-Policy: default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    echo "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Một Cửa</title><p>$vi</p><p lang=\"en\">$en</p>";
    exit;
}

function store(): Store
{
    static $store;
    return $store ??= extension_loaded('pdo_sqlite') ? new SqliteStore(folder()) : new FileStore(folder());
}

/** The folder of the answers, made on the first request. */
function folder(): string
{
    if (DATA !== '') return DATA;
    $find = fn(): array => glob(__DIR__ . '/mot-cua-data-*', GLOB_ONLYDIR) ?: [];
    if ($find()) return $find()[0];
    $lock = fopen(__FILE__, 'rb');
    flock($lock, LOCK_EX);
    if ($find()) return $find()[0];
    $folder = __DIR__ . '/mot-cua-data-' . bin2hex(random_bytes(16));
    if (!mkdir("$folder.new", 0700)) throw new RuntimeException('cannot make a folder beside mot-cua.php: set DATA');
    file_put_contents("$folder.new/.htaccess", "Require all denied\n<IfModule !mod_authz_core.c>\nDeny from all\n</IfModule>\n");
    file_put_contents("$folder.new/index.html", '');
    rename("$folder.new", $folder);
    return $folder;
}

/** Whether two bodies of one revision say the same: by bytes, but by their answers if either came as a form. */
function same(string $one, string $other, bool $form): bool
{
    if ($one === $other || !$form) return $one === $other;
    [$one, $other] = [json_decode($one), json_decode($other)];
    return $one->survey === $other->survey && $one->answers == $other->answers;
}

interface Store
{
    /** stored, same, conflict, deleted or full. After `stored` it is on the disk. */
    public function put(string $id, int $rev, string $body, string $shape): string;

    /** All revisions of it, and whatever comes later under this id. */
    public function remove(string $id): void;

    /** Bodies of the highest revisions. */
    public function latest(): iterable;
}

final class SqliteStore implements Store
{
    private PDO $db;

    public function __construct(private string $folder)
    {
        $this->db = new PDO("sqlite:$folder/answers.db", null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION, PDO::ATTR_TIMEOUT => 10]);
        // No WAL: shared hosts put files on network disks.
        $this->db->exec('PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
            CREATE TABLE IF NOT EXISTS answers (id TEXT, rev INTEGER, body TEXT NOT NULL, shape TEXT NOT NULL, PRIMARY KEY (id, rev)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS conflicts (id TEXT, rev INTEGER, body TEXT, PRIMARY KEY (id, rev, body)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS deleted (id TEXT PRIMARY KEY) WITHOUT ROWID');
    }

    public function put(string $id, int $rev, string $body, string $shape): string
    {
        return $this->locked(function () use ($id, $rev, $body, $shape): string {
            if ($this->rows('SELECT 1 FROM deleted WHERE id = ?', $id)) return 'deleted';
            $there = $this->rows('SELECT body, shape FROM answers WHERE id = ? AND rev = ?', $id, $rev)[0] ?? null;
            if ($there === null) {
                if (filesize("$this->folder/answers.db") > MOST_STORED) return 'full';
                $this->rows('INSERT INTO answers VALUES (?, ?, ?, ?)', $id, $rev, $body, $shape);
                return 'stored';
            }
            if (same($there[0], $body, $there[1] === 'form' || $shape === 'form')) return 'same';
            $this->rows('INSERT INTO conflicts SELECT ?1, ?2, ?3 WHERE (SELECT count(*) FROM conflicts WHERE id = ?1) < 8 ON CONFLICT DO NOTHING', $id, $rev, $body);
            return 'conflict';
        });
    }

    public function remove(string $id): void
    {
        $this->locked(function () use ($id): string {
            foreach (['answers', 'conflicts'] as $table) $this->rows("DELETE FROM $table WHERE id = ?", $id);
            $this->rows('INSERT INTO deleted VALUES (?) ON CONFLICT DO NOTHING', $id);
            return '';
        });
    }

    public function latest(): iterable
    {
        // SQLite gives the other columns of the row that has the maximum.
        foreach ($this->db->query('SELECT body, max(rev) FROM answers GROUP BY id') as $row) yield $row[0];
    }

    private function locked(callable $act): string
    {
        $this->db->exec('BEGIN IMMEDIATE');
        try {
            $said = $act();
            $this->db->exec('COMMIT');
            return $said;
        } catch (Throwable $error) {
            $this->db->exec('ROLLBACK');
            throw $error;
        }
    }

    private function rows(string $sql, string|int ...$values): array
    {
        $statement = $this->db->prepare($sql);
        foreach ($values as $at => $value) $statement->bindValue($at + 1, $value, is_int($value) ? PDO::PARAM_INT : PDO::PARAM_STR);
        $statement->execute();
        return $statement->fetchAll(PDO::FETCH_NUM);
    }
}

/** Where PHP has no SQLite: one file a revision, written aside, flushed, then given its name; never written over. */
final class FileStore implements Store
{
    public function __construct(private string $folder)
    {
        if (!is_dir("$folder/answers")) @mkdir("$folder/answers", 0700);
    }

    public function put(string $id, int $rev, string $body, string $shape): string
    {
        $lock = $this->lock();
        $name = "$this->folder/answers/$id.$rev";
        if (is_file("$this->folder/answers/$id.deleted")) return 'deleted';
        $there = glob("$name.*.json");
        if (!$there) {
            if (disk_free_space($this->folder) < 50_000_000) return 'full';
            $this->write("$name.$shape.json", $body);
            return 'stored';
        }
        if (same(file_get_contents($there[0]), $body, $shape === 'form' || str_ends_with($there[0], '.form.json'))) return 'same';
        $aside = "$name." . hash('sha256', $body) . '.conflict';
        if (!is_file($aside) && count(glob("$this->folder/answers/$id.*.conflict")) < 8) $this->write($aside, $body);
        return 'conflict';
    }

    public function remove(string $id): void
    {
        $lock = $this->lock();
        $this->write("$this->folder/answers/$id.deleted", '');
        foreach (array_merge(glob("$this->folder/answers/$id.*.json"), glob("$this->folder/answers/$id.*.conflict")) as $file) unlink($file);
    }

    public function latest(): iterable
    {
        $latest = [];
        foreach (new DirectoryIterator("$this->folder/answers") as $file) {
            if (!preg_match('/^([0-9a-f-]{36})\.(\d+)\.(json|form)\.json$/D', $file->getFilename(), $part)) continue;
            if ($part[2] > ($latest[$part[1]][0] ?? 0)) $latest[$part[1]] = [(int) $part[2], $file->getPathname()];
        }
        foreach ($latest as [, $path]) yield file_get_contents($path);
    }

    /** @return resource held until the caller returns */
    private function lock()
    {
        $lock = fopen("$this->folder/lock", 'c');
        if (!$lock || !flock($lock, LOCK_EX)) throw new RuntimeException('cannot lock');
        return $lock;
    }

    private function write(string $path, string $body): void
    {
        $file = fopen("$path.new", 'wb');
        if (!$file || fwrite($file, $body) !== strlen($body) || !fsync($file) || !fclose($file) || !rename("$path.new", $path)) {
            throw new RuntimeException('cannot write an answer');
        }
    }
}

match ($_SERVER['REQUEST_METHOD']) {
    'OPTIONS' => preflight(),
    'POST' => isset($_GET['export']) ? export() : (isset($_GET['hash']) ? show_hash() : take()),
    'DELETE' => remove(),
    'GET', 'HEAD' => look(),
    default => problem('method', 405, 'POST an answer, or DELETE one'),
};
