/*
 * The chat for foreign web sites: <script src="https://…/widget.js" data-channel="KEY" async></script>
 * It makes every node by hand, as a page may forbid markup from strings, and holds no words: the server sends them.
 */
(() => {
  'use strict';

  const script = document.currentScript || document.querySelector('script[data-channel][src]');
  const mark = Symbol.for('chat-widget');
  if (!script?.src || !script.dataset.channel || document[mark]) return;
  document[mark] = true;

  const data = { ...script.dataset };
  const api = `${new URL(script.src).origin}/widget/v1/channels/${encodeURIComponent(data.channel)}`;
  const phone = matchMedia('(max-width: 479.98px), (max-height: 479.98px)');
  const messages = new Map();
  const nodes = new Map();
  const phrases = [];
  const team = { typing: null, online: null, read: 0 };
  let identity = data.userId || data.userName || data.userEmail
    ? { id: data.userId || null, name: data.userName || null, email: data.userEmail || null, hash: data.userHash || null }
    : null;
  let settings, token, conversation, stopped;
  let opened = false, wantsOpen = false;
  let files = [];

  // -- kept per channel; in memory where the browser refuses --

  const prefix = `chat-widget:${data.channel}:`;
  const memory = {};

  function load(name) {
    if (name in memory) return memory[name];
    try { return JSON.parse(localStorage.getItem(prefix + name)); } catch { return null; }
  }

  function save(name, value) {
    try {
      if (value == null) localStorage.removeItem(prefix + name);
      else localStorage.setItem(prefix + name, JSON.stringify(value));
      delete memory[name];
    } catch { memory[name] = value; }
  }

  // Tabs share one outbox and one visitor: neither may be served twice.
  const exclusive = (name, task) => navigator.locks && !(name in memory)
    ? navigator.locks.request(prefix + name, task).catch(e => { if (e.name === 'SecurityError') return task(); throw e; })
    : task();

  const outbox = () => load('outbox') || [];
  const editOutbox = change => { save('outbox', change(outbox())); render(); };
  const unqueue = clientId => editOutbox(all => all.filter(o => o.clientId !== clientId));
  const mendOutbox = (clientId, change) => editOutbox(all => all.map(o => (o.clientId === clientId ? { ...o, ...change } : o)));
  const whoAmI = () => identity ? identity.id || identity.email || identity.name : '';

  // On a shared computer nobody finds the conversation of the person before.
  function recallVisitor() {
    const kept = load('visitor');
    if (!kept) return;
    if (kept.who === whoAmI()) token = kept.token;
    else if (kept.who) forgetPerson();
    else save('visitor', null);
  }

  function forgetPerson() {
    ['visitor', 'outbox', 'draft', 'seen', 'introduced'].forEach(name => save(name, null));
    forgetConversation();
  }

  function forgetConversation() {
    hangUp();
    token = conversation = null;
    team.lost = false;
    synced = team.read = readSent = 0;
    lastEvent = '';
    messages.clear();
  }

  // -- the server --

  const language = () => load('language') || data.language || settings?.language;
  const here = () => location.href.split('#')[0].slice(0, 2000);
  const pause = (tries, least = 0) => Math.max(least, Math.min(30, 2 ** tries) * (750 + Math.random() * 500));

  function headers(extra) {
    const all = { ...extra };
    if (language()) all['Accept-Language'] = language();
    if (token) all.Authorization = `Bearer ${token}`;
    return all;
  }

  function refusal(status, text, retryAfter) {
    let said = {};
    try { said = JSON.parse(text); } catch { /* a proxy's page, not ours */ }
    const error = new Error(String(status));
    error.status = status;
    error.text = String(said?.detail || said?.title || '').slice(0, 300);
    error.wait = (parseInt(retryAfter, 10) || 0) * 1000;
    return error;
  }

  async function request(path, { json, signal, extra } = {}) {
    const response = await fetch(api + path, {
      method: json ? 'POST' : 'GET',
      credentials: 'omit',
      cache: 'no-store',
      headers: headers(json ? { 'Content-Type': 'application/json' } : extra),
      body: json && JSON.stringify(json),
      signal: signal || AbortSignal.timeout?.(20000),
    });
    if (!response.ok) throw refusal(response.status, await response.text(), response.headers.get('Retry-After'));
    return response;
  }

  // A token the server no longer knows is replaced once; the outbox stays.
  async function asVisitor(attempt) {
    if (!token) await visit();
    const used = token;
    try {
      return await attempt();
    } catch (e) {
      if (e.status !== 401) throw e;
      await visit(used);
      try {
        return await attempt();
      } catch (again) {
        if (again.status === 401) { save('visitor', null); forgetConversation(); render(); }
        throw again;
      }
    }
  }

  const call = (path, options) => asVisitor(() => request(path, options));

  let visiting;
  function visit(stale) {
    return visiting ||= exclusive('visitor', async () => {
      const kept = load('visitor');
      if (kept && kept.token !== stale && kept.who === whoAmI()) return adopt(kept.token);
      token = null;
      const response = await request('/visitors', { json: { language: language(), page: here(), identity } });
      const fresh = (await response.json()).token;
      save('visitor', { token: fresh, who: whoAmI() });
      adopt(fresh);
    }).finally(() => { visiting = null; });
  }

  function adopt(fresh) {
    if (fresh === token) return;
    forgetConversation();
    token = fresh;
    connect();
  }

  // -- the stream: by fetch, as EventSource cannot carry a token --

  let link, tries = 0, redial, heard = 0, synced = 0, lastEvent = '', readSent = 0;

  function hangUp() {
    clearTimeout(redial);
    link?.abort();
    link = null;
  }

  function connect() {
    if (!token || stopped) return;
    hangUp();
    stay(link = new AbortController());
  }

  async function stay(line) {
    const since = synced; // before the stream, whose news would hide what was missed
    const started = Date.now();
    let watchdog, wait = 0;
    const alive = () => {
      heard = Date.now();
      clearTimeout(watchdog);
      watchdog = setTimeout(() => line.abort(), 40000);
    };
    try {
      alive();
      const response = await call('/stream', { signal: line.signal, extra: { Accept: 'text/event-stream', ...(lastEvent && { 'Last-Event-ID': lastEvent }) } });
      if (link !== line) return line.abort();
      heard = Date.now();
      team.lost = false;
      render();
      catchUp(since).catch(() => line.abort());
      await listen(response.body.getReader(), alive);
    } catch (e) { wait = e.wait; }
    clearTimeout(watchdog);
    if (link !== line) return;
    link = null;
    line.abort();
    if (Date.now() - started > 5000) tries = 0;
    team.lost = true;
    redial = setTimeout(connect, pause(tries++, wait));
    render();
  }

  async function listen(reader, alive) {
    const decoder = new TextDecoder();
    for (let rest = ''; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      alive();
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = blocks.pop();
      blocks.forEach(understand);
    }
  }

  function understand(block) {
    const lines = {};
    for (const line of block.split(/\r?\n/)) {
      const [, name, value] = /^(\w+): ?(.*)$/s.exec(line) || []; // s: U+2028 ends no line here
      if (name) lines[name] = name in lines ? `${lines[name]}\n${value}` : value;
    }
    if (lines.id) lastEvent = lines.id;
    try { events[lines.event]?.(JSON.parse(lines.data)); } catch { /* an event of a newer server */ }
    render();
  }

  let typingEnds;
  const events = {
    message: m => { accept(m); synced = Math.max(synced, m.seq); },
    typing: e => {
      clearTimeout(typingEnds);
      team.typing = e.typing ? e.author || settings.name : null;
      typingEnds = setTimeout(() => { team.typing = null; render(); }, 6000);
    },
    read: e => { team.read = Math.max(team.read, e.seq); },
    presence: e => { team.online = e.online; },
    state: e => { conversation = { ...conversation, state: e.state }; },
  };

  async function catchUp(since) {
    const answer = await (await call(`/conversation?after=${since}`)).json();
    conversation = answer.conversation;
    team.read = Math.max(team.read, answer.readByTeam || 0);
    answer.messages.forEach(events.message);
    flush();
    render();
  }

  // The echo and the answer to our POST come in either order.
  function accept(m) {
    if (!token) return; // signed out meanwhile
    messages.set(m.id, m);
    if (m.from === 'team') team.typing = null;
    if (m.clientId && outbox().some(o => o.clientId === m.clientId)) unqueue(m.clientId);
    render();
  }

  // -- sending --

  const uuid = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g,
    c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));

  let flushing = false, failures = 0, resend;

  async function flush() {
    if (flushing) return;
    flushing = true;
    clearTimeout(resend);
    const waiting = () => outbox().find(m => !m.refused);
    let error;
    try {
      await exclusive('outbox', async () => { for (let next; (next = waiting());) await deliver(next); });
    } catch (e) { error = e; }
    flushing = false;
    if (error) resend = setTimeout(flush, pause(failures++, error.wait));
    else if (waiting()) flush(); // written as the lock was given back
    render();
  }

  async function deliver({ clientId, text, attachments, page }) {
    try {
      const response = await call('/messages', { json: { clientId, text, attachments: attachments.map(a => a.id), page } });
      accept(await response.json());
      if (conversation?.state === 'closed') conversation.state = 'open';
      failures = 0;
    } catch (e) {
      const worthAnotherTry = !e.status || e.status >= 500 || [401, 408, 425, 429].includes(e.status);
      if (worthAnotherTry) throw e;
      const refused = e.text || t('statusFailed');
      mendOutbox(clientId, { refused });
      announce(refused);
    }
  }

  function retry(clientId) {
    mendOutbox(clientId, { refused: undefined });
    failures = 0;
    flush();
  }

  function send() {
    if (!maySend()) return;
    const done = files.filter(f => f.done);
    const draft = { clientId: uuid(), text: input.value.trim(), attachments: done.map(f => f.done), page: here(), at: new Date().toISOString() };
    editOutbox(all => [...all, draft]);
    done.forEach(removeFile);
    clearTimeout(idle);
    typedAt = 0; // the message itself ends the typing
    input.value = '';
    written();
    input.focus();
    following = true;
    flush();
  }

  const maySend = () => settings && (input.value.trim() || files.some(f => f.done))
    && input.value.trim().length <= settings.messageMax && !files.some(f => f.transfer);

  let typedAt = 0, idle;
  function typing(on) {
    clearTimeout(idle);
    if (on) idle = setTimeout(typing, 5000, false);
    if (!token || (on ? Date.now() - typedAt < 3000 : !typedAt)) return;
    typedAt = on ? Date.now() : 0;
    call('/typing', { json: { typing: on } }).catch(() => {});
  }

  function markRead() {
    if (!opened || document.hidden || !token) return;
    const newest = teamMessages().reduce((top, m) => Math.max(top, m.seq), 0);
    if (newest > lastSeen()) save('seen', newest);
    if (newest <= readSent) return;
    readSent = newest;
    call('/read', { json: { seq: newest } }).catch(() => { readSent = 0; });
  }

  const teamMessages = () => [...messages.values()].filter(m => m.from === 'team');
  const lastSeen = () => load('seen') || 0;
  const unread = (since = lastSeen()) => teamMessages().filter(m => m.seq > since).length;

  // -- files --

  function objection(file) {
    const { bytesMax, countMax, types } = settings.attachments;
    if (files.filter(f => !f.error).length >= countMax) return t('tooMany', { max: countMax });
    if (file.size > bytesMax) return t('tooBig', { max: bytes(bytesMax) });
    // The server looks inside what the browser cannot name.
    const known = !file.type || types.some(type => type === file.type || type.endsWith('/*') && file.type.startsWith(type.slice(0, -1)));
    return known ? '' : t('wrongType');
  }

  function addFiles(list) {
    if (!settings.attachments) return;
    for (const file of list) {
      const item = { file, error: objection(file) };
      item.final = !!item.error;
      item.node = fileNode(item);
      files.push(item);
      pending.append(item.node);
      if (item.error) announce(`${file.name}: ${item.error}`);
      else upload(item);
    }
    showFiles();
  }

  async function upload(item) {
    item.error = '';
    item.transfer = {};
    showFiles();
    try {
      item.done = JSON.parse(await asVisitor(() => transfer(item)));
    } catch (e) {
      item.error = e.text || t('uploadFailed');
      item.final = [413, 415, 422].includes(e.status);
      if (files.includes(item)) announce(`${item.file.name}: ${item.error}`);
    }
    item.transfer = null;
    showFiles();
  }

  // Only XMLHttpRequest tells how far an upload has come.
  const transfer = item => new Promise((resolve, reject) => {
    const xhr = item.transfer = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', item.file, item.file.name);
    xhr.open('POST', `${api}/attachments`);
    Object.entries(headers()).forEach(([name, value]) => xhr.setRequestHeader(name, value));
    xhr.upload.onprogress = e => { item.bar.value = e.loaded / e.total; };
    xhr.onload = () => xhr.status < 300 ? resolve(xhr.responseText) : reject(refusal(xhr.status, xhr.responseText));
    xhr.onerror = xhr.onabort = () => reject(new Error());
    xhr.send(body);
  });

  function removeFile(item) {
    files = files.filter(f => f !== item);
    item.transfer?.abort?.();
    item.node.remove();
    showFiles();
  }

  function fileNode(item) {
    const { file } = item;
    const picture = h('span', { class: 'thumb' }, icon('file'));
    if (/^image\/(?!svg)/.test(file.type)) drawThumb(file, picture);
    item.bar = h('progress', { max: 1, value: 0, 'aria-label': file.name });
    item.note = h('span', { class: 'note' });
    item.again = button(() => upload(item), { part: 'again' }, t('retry'));
    return h('li', { part: 'file' }, picture,
      h('span', { class: 'about' }, h('span', { class: 'name', dir: 'auto' }, file.name), item.note, item.bar),
      item.again,
      button(() => { removeFile(item); input.focus(); }, { class: 'tool', 'aria-label': t('removeFile', { name: file.name }) }, icon('close')));
  }

  // A page's policy may forbid blob: and data: pictures, never a canvas.
  async function drawThumb(file, holder) {
    try {
      const image = await createImageBitmap(file);
      const canvas = h('canvas', { width: 80, height: 80 });
      const scale = Math.max(80 / image.width, 80 / image.height);
      const [width, height] = [image.width * scale, image.height * scale];
      canvas.getContext('2d').drawImage(image, (80 - width) / 2, (80 - height) / 2, width, height);
      image.close();
      holder.replaceChildren(canvas);
    } catch { /* not a picture after all: the file icon stays */ }
  }

  function showFiles() {
    for (const item of files) {
      item.note.textContent = item.error || bytes(item.file.size);
      item.node.classList.toggle('bad', !!item.error);
      item.bar.hidden = !item.transfer;
      item.again.hidden = !item.error || item.final;
    }
    pending.hidden = !files.length;
    written();
  }

  // -- words, dates, nodes --

  const t = (key, values = {}) => (settings?.words?.[key] ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

  let clock, calendar, relative;
  function speak() {
    const tongue = settings.language;
    clock = new Intl.DateTimeFormat(tongue, { hour: 'numeric', minute: '2-digit' });
    calendar = new Intl.DateTimeFormat(tongue, { weekday: 'long', day: 'numeric', month: 'long' });
    relative = new Intl.RelativeTimeFormat(tongue, { numeric: 'auto' });
    frame.lang = tongue;
    frame.dir = /^(ar|fa|he|ur)\b/.test(tongue) ? 'rtl' : 'ltr';
    for (const [node, name, key] of phrases) {
      if (name === 'text') node.textContent = t(key);
      else node.setAttribute(name, t(key));
    }
  }

  const startOfDay = when => new Date(when).setHours(0, 0, 0, 0);
  const capital = text => text.charAt(0).toLocaleUpperCase() + text.slice(1);
  function dayName(at) {
    const ago = Math.round((startOfDay(at) - startOfDay(Date.now())) / 864e5);
    return capital(ago > -2 ? relative.format(Math.min(ago, 0), 'day') : calendar.format(new Date(at)));
  }

  function bytes(count) {
    const [unit, value] = count < 1e6 ? ['kilobyte', Math.max(1, count / 1024)] : ['megabyte', count / 1048576];
    return new Intl.NumberFormat(settings.language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  }

  const webAddress = text => {
    try {
      const url = new URL(text);
      return /^https?:$/.test(url.protocol) ? url.href : null;
    } catch { return null; }
  };

  // What the server keeps is asked of the host this script came from: the page may allow no other.
  const ours = text => {
    const url = webAddress(text);
    return url && new URL(url.slice(new URL(url).origin.length), api).href;
  };

  // `$name: key` follows the language; a part's name is its class too.
  function h(tag, props = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
      if (name[0] === '$') phrases.push([node, name.slice(1), value]);
      else if (typeof value === 'function') node.addEventListener(name.slice(2), value);
      else if (value != null && value !== false) node.setAttribute(name, value === true ? '' : value);
      if (name === 'part' && !props.class) node.className = value;
    }
    node.append(...children.filter(child => child != null && child !== ''));
    return node;
  }

  const shapes = {
    chat: 'M8 9h8M8 13h5M9 18H7a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-3l-5 3z',
    close: 'M18 6L6 18M6 6l12 12',
    fold: 'M6 9l6 6 6-6',
    send: 'M10 14L21 3m0 0l-6.5 18a.55.55 0 0 1-1 0L10 14l-7-3.5a.55.55 0 0 1 0-1z',
    clip: 'M15 7l-6.5 6.5a1.5 1.5 0 0 0 3 3L18 10a3 3 0 0 0-6-6l-6.5 6.5a4.5 4.5 0 0 0 9 9L21 13',
    globe: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3.6 9h16.8M3.6 15h16.8M11.5 3a17 17 0 0 0 0 18M12.5 3a17 17 0 0 1 0 18',
    file: 'M14 3v4a1 1 0 0 0 1 1h4M17 21H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2z',
    sent: 'M5 12l5 5L20 7',
    read: 'M7 12l5 5L22 7M2 12l5 5m5-5l5-5',
    failed: 'M12 8v5M12 16.5v.01M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0',
    sending: 'M12 7v5l3 2M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0',
    down: 'M12 5v14M18 13l-6 6-6-6',
  };

  function icon(name) {
    const space = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(space, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = svg.appendChild(document.createElementNS(space, 'path'));
    path.setAttribute('d', shapes[name]);
    return svg;
  }

  const button = (onclick, props, ...inside) => h('button', { type: 'button', onclick, ...props }, ...inside);

  // Only http(s) becomes a link, without the sentence's punctuation.
  function linked(text) {
    const parts = [];
    let from = 0;
    for (const { 0: found, index } of text.matchAll(/\bhttps?:\/\/[^\s<>"]+/gi)) {
      const shown = found.replace(found.includes('(') ? /[.,;:!?'»\]]+$/ : /[.,;:!?'»)\]]+$/, '');
      const href = webAddress(shown);
      if (!href) continue;
      parts.push(text.slice(from, index), external(href, {}, shown));
      from = index + shown.length;
    }
    return [...parts, text.slice(from)];
  }

  const external = (href, props, ...inside) => h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow ugc', ...props }, ...inside);

  function attachment(a) {
    const href = ours(a.url);
    const plain = () => h('span', { class: 'paper' }, icon('file'), h('span', { dir: 'auto' }, a.name, h('small', {}, bytes(a.bytes))));
    const holder = href ? external(href, { class: 'attachment', download: a.name }) : h('span', { class: 'attachment' });
    const preview = a.preview && ours(a.preview);
    const image = preview && h('img', {
      src: preview, alt: a.name, width: a.width, height: a.height, onerror: () => holder.replaceChildren(plain()), onload: stick,
    });
    holder.append(image || plain());
    return holder;
  }

  // -- the log --

  let due = false, following = true;
  function render() {
    if (due || !settings) return;
    due = true;
    requestAnimationFrame(() => { due = false; draw(); });
  }

  function entries() {
    const known = [...messages.values()].sort((a, b) => a.seq - b.seq);
    const greeting = settings.greeting ? [{ id: 'greeting', from: 'team', author: settings.name, text: settings.greeting, attachments: [] }] : [];
    return [...greeting, ...known, ...outbox().map(m => ({ ...m, from: 'visitor', pending: true }))];
  }

  function draw() {
    const wanted = [];
    const all = entries();
    all.forEach((m, i) => {
      const [before, after] = [all[i - 1], all[i + 1]];
      if (m.at && !(before?.at && startOfDay(before.at) === startOfDay(m.at))) wanted.push(dayNode(m.at));
      const node = messageNode(m);
      updateMessage(node, m, !together(before, m), !together(m, after));
      wanted.push(node);
    });
    if (conversation?.state === 'closed') wanted.push(lineNode('closed', t('conversationClosed')));
    else if (!identity && !load('introduced') && all.some(m => m.from === 'visitor' && !m.pending)) wanted.push(introduction());
    arrange(wanted);
    drawFrame();
    stick();
    markRead();
  }

  // Nodes are kept: a screen reader hears a message once.
  function arrange(wanted) {
    const keep = new Set(wanted);
    for (const [key, node] of nodes) if (!keep.has(node)) { node.remove(); nodes.delete(key); }
    wanted.forEach((node, i) => { if (log.children[i] !== node) log.insertBefore(node, log.children[i] || null); });
  }

  function kept(key, make) {
    if (!nodes.has(key)) nodes.set(key, make());
    return nodes.get(key);
  }

  const lineNode = (key, text) => {
    const node = kept(key, () => h('p', { class: 'line' }));
    if (node.textContent !== text) node.textContent = text;
    return node;
  };

  // Who has written may say who it is; nobody has to.
  const introduction = () => kept('introduction', () => {
    const field = (name, type) => h('input', { name, type, autocomplete: name, maxlength: 254 });
    const [name, email] = [field('name', 'text'), field('email', 'email')];
    const note = h('p', { class: 'note', role: 'alert' });
    const done = () => { save('introduced', true); render(); input.focus(); };
    const form = h('form', { class: 'introduction', part: 'introduction' }, h('p', {}, t('introduction')),
      h('label', {}, t('yourName'), name), h('label', {}, t('yourEmail'), email), note,
      h('span', { class: 'acts' }, h('button', { part: 'introduce' }, t('introduce')), button(done, { part: 'later' }, t('later'))));
    form.onsubmit = async e => {
      e.preventDefault();
      if (!name.value.trim() && !email.value.trim()) return name.focus();
      try {
        await call('/introduction', { json: { name: name.value, email: email.value } });
        done();
        announce(t('introduced'));
      } catch (error) { note.textContent = error.text || t('statusFailed'); }
    };
    return form;
  });

  const dayNode = at => {
    const node = lineNode(`day ${startOfDay(at)}`, dayName(at));
    node.className = 'day';
    return node;
  };

  const together = (a, b) => a && b && a.at && b.at && a.from === b.from && (a.author || '') === (b.author || '')
    && Math.abs(new Date(b.at) - new Date(a.at)) < 3e5 && startOfDay(a.at) === startOfDay(b.at);

  function messageNode(m) {
    return kept(`message ${m.clientId || m.id}`, () => {
      const text = h('div', { class: 'text' });
      const bubble = h('div', { class: 'bubble' }, text, ...(m.attachments || []).map(attachment));
      return Object.assign(h('div', { class: 'message' }, h('div', { class: 'author' }), bubble, h('div', { class: 'meta', 'aria-live': 'off' })), { text });
    });
  }

  function updateMessage(node, m, first, last) {
    const status = statusOf(m);
    node.dataset.id = m.id || m.clientId;
    node.dataset.from = m.from;
    if (status) node.dataset.status = status;
    node.classList.toggle('first', first);
    if (node.said !== m.text) {
      node.text.replaceChildren(...linked(node.said = m.text || ''));
      node.text.hidden = !m.text;
    }
    const [author, , meta] = node.children;
    author.textContent = first && m.from === 'team' ? m.author || settings.name : '';
    const facts = [last, m.at, status, m.refused, settings.language].join();
    if (facts === node.facts) return;
    node.facts = facts;
    meta.replaceChildren(...metaParts(m, status, last));
  }

  function statusOf(m) {
    if (m.from !== 'visitor') return null;
    if (!m.pending) return m.seq <= team.read ? 'read' : 'sent';
    const stuck = failures > 1 && navigator.onLine && outbox().find(o => !o.refused)?.clientId === m.clientId;
    return m.refused || stuck ? 'failed' : 'sending';
  }

  function metaParts(m, status, last) {
    const parts = [];
    if (last && m.at) parts.push(h('time', { datetime: m.at }, clock.format(new Date(m.at))));
    if (status && (last || m.pending)) {
      parts.push(h('span', { class: 'status' }, icon(status), m.refused || t(`status${capital(status)}`)));
    }
    if (status === 'failed') {
      const act = (part, change) => button(() => { change(m.clientId); input.focus(); }, { part }, t(part));
      parts.push(h('span', { class: 'acts' }, act('retry', retry), act('discard', unqueue)));
    }
    return parts;
  }

  // Only the reader's scrolling ends this, not what grows or loads.
  function stick() {
    if (following) log.scrollTop = log.scrollHeight;
    newest.hidden = following;
  }

  function scrolled() {
    following = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    newest.hidden = following;
  }

  // -- the frame --

  let announced = 0;
  function drawFrame() {
    const count = opened ? 0 : unread();
    badge.textContent = count > 9 ? '9+' : count;
    badge.hidden = !count;
    const label = opened ? t('closeChat') : count ? t('openUnread', { count }) : t('openChat');
    launcher.setAttribute('aria-label', label);
    if (count > announced) announce(label);
    announced = count;
    title.textContent = settings.name;
    panel.setAttribute('aria-label', t('panel', { name: settings.name }));
    const offline = !navigator.onLine || team.lost && tries > 1;
    banner.textContent = offline ? t('offline') : '';
    banner.hidden = !offline;
    const there = team.online || settings.open;
    frame.classList.toggle('there', there && !team.lost);
    composer.hidden = !!settings.closed;
    presence.textContent = settings.closed ? t('channelClosed') : !navigator.onLine ? t('presenceOffline') : team.lost ? t('presenceReconnecting')
      : there ? t(team.online ? 'presenceOnline' : 'presenceOpen') : [t('presenceClosed'), settings.officeHours].filter(Boolean).join(' · ');
    typingLine.hidden = !team.typing;
    if (team.typing) typingText.textContent = t('typing', { name: team.typing });
  }

  function dress() {
    host.style.setProperty('--brand', settings.color);
    host.style.setProperty('--brand-ink', settings.ink);
    const initial = h('span', {}, capital(settings.name || '').charAt(0));
    const picture = ours(settings.icon);
    face.replaceChildren(picture ? h('img', { src: picture, alt: '', onerror: () => face.replaceChildren(initial) }) : initial);
    const offered = [...new Set(['es', 'en', 'pt', settings.language])];
    tongues.replaceChildren(...offered.map(code =>
      h('option', { value: code, lang: code }, capital(new Intl.DisplayNames([code], { type: 'language' }).of(code)))));
    tongues.value = settings.language;
    tongues.previousSibling.textContent = settings.language.slice(0, 2).toUpperCase();
    attach.hidden = !settings.attachments;
    if (settings.attachments) picker.accept = settings.attachments.types.join();
    frame.classList.toggle('left', data.position === 'left');
    speak();
    showFiles();
    render();
  }

  function written() {
    const over = input.value.trim().length;
    const max = settings?.messageMax || Infinity;
    counter.textContent = over > max * 0.9 ? `${over} / ${max}` : '';
    counter.classList.toggle('bad', over > max);
    input.setAttribute('aria-invalid', over > max);
    sendButton.disabled = !maySend();
    input.style.height = 'auto';
    if (input.scrollHeight) input.style.height = `${Math.min(input.scrollHeight, 132)}px`;
    save('draft', input.value || null);
  }

  function announce(text) { speech.textContent = text; }

  function open() {
    wantsOpen = true;
    if (!settings || opened) return;
    opened = true;
    panel.hidden = false;
    modality();
    frame.classList.add('open');
    launcher.setAttribute('aria-expanded', 'true');
    written();
    (phone.matches ? panel : input).focus(); // a phone's keyboard waits to be asked for
    following = true;
    render();
    if (identity && !token) visit().catch(() => {});
  }

  const modality = () => panel.setAttribute('aria-modal', phone.matches); // only there it covers the page

  function close() {
    wantsOpen = false;
    if (!opened) return;
    opened = false;
    panel.hidden = true;
    frame.classList.remove('open');
    launcher.setAttribute('aria-expanded', 'false');
    launcher.focus();
    typing(false);
    render();
  }

  const toggle = () => (opened ? close() : open());

  function signOut() {
    close();
    identity = null;
    [...files].forEach(removeFile);
    input.value = '';
    forgetPerson();
    written();
    render();
  }

  function keys(event) {
    event.stopPropagation(); // the page's shortcuts are not for us
    if (event.type !== 'keydown') return;
    if (event.key === 'Escape' && opened && !event.isComposing) { event.preventDefault(); close(); }
    if (event.key === 'Tab' && opened) trap(event);
  }

  function trap(event) {
    const stops = [...panel.querySelectorAll('a[href], button, textarea, select, [tabindex="0"]')].filter(n => !n.disabled && n.getClientRects().length);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (shadow.activeElement !== edge && panel.contains(shadow.activeElement) && shadow.activeElement !== panel) return;
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
  }

  function typed(event) {
    const enter = event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229; // 229: Safari composing
    if (enter) { event.preventDefault(); send(); }
  }

  function dragged(event) {
    if (!settings.attachments || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const within = event.type === 'dragleave' && panel.contains(event.relatedTarget);
    panel.classList.toggle('drop', event.type === 'dragover' || within);
    if (event.type === 'drop') addFiles(event.dataTransfer.files);
  }

  function pasted(event) {
    const { files: list, types } = event.clipboardData;
    if (!list.length || types.includes('text/plain')) return; // spreadsheet cells bring a picture along
    event.preventDefault();
    addFiles(list);
  }

  // -- its nodes --

  const badge = h('span', { part: 'badge', hidden: true });
  const launcher = button(toggle, { part: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' }, icon('chat'), icon('fold'), badge);
  const face = h('span', { class: 'face' });
  const title = h('h2');
  const presence = h('p', { part: 'presence' });
  const tongues = h('select', { part: 'language', '$aria-label': 'language', onchange: () => begin(tongues.value) });
  const banner = h('p', { part: 'banner', role: 'status', hidden: true });
  const log = h('div', { part: 'log', role: 'log', 'aria-live': 'polite', tabindex: '0', '$aria-label': 'log', onscroll: scrolled });
  const newest = button(() => { following = true; stick(); }, { part: 'newest', hidden: true, '$aria-label': 'newest', $title: 'newest' }, icon('down'));
  const typingText = h('span');
  const typingLine = h('p', { part: 'typing', hidden: true }, h('i'), h('i'), h('i'), typingText);
  const pending = h('ul', { class: 'files', hidden: true });
  const picker = h('input', { type: 'file', multiple: true, hidden: true, part: 'picker', onchange: () => { addFiles(picker.files); picker.value = ''; } });
  const attach = button(() => picker.click(), { class: 'tool', part: 'attach', '$aria-label': 'attach', $title: 'attach' }, icon('clip'));
  const input = h('textarea', {
    part: 'input', rows: 1, dir: 'auto', '$aria-label': 'input', $placeholder: 'input', 'aria-describedby': 'counter',
    oninput: () => { written(); typing(!!input.value); }, onkeydown: typed, onpaste: pasted,
  });
  const sendButton = button(send, { part: 'send', '$aria-label': 'send', $title: 'send' }, icon('send'));
  const counter = h('p', { part: 'counter', id: 'counter' });
  const composer = h('div', { class: 'composer' }, pending, h('div', { class: 'box' }, attach, picker, input, sendButton), counter);
  const speech = h('p', { class: 'speech', role: 'status' });
  const panel = h('section', { part: 'panel', role: 'dialog', tabindex: '-1', hidden: true, ondragover: dragged, ondragleave: dragged, ondrop: dragged },
    h('header', {}, face, h('div', { class: 'who' }, title, presence),
      h('label', { class: 'tongue' }, icon('globe'), h('span', { 'aria-hidden': 'true' }), tongues),
      button(close, { class: 'tool', part: 'close', '$aria-label': 'closeChat', $title: 'closeChat' }, icon('close'))),
    banner, h('div', { class: 'middle' }, log, newest), typingLine,
    composer,
    h('p', { class: 'dropzone', 'aria-hidden': 'true', $text: 'drop' }));
  const frame = h('div', { class: 'frame', hidden: true, onkeydown: keys, onkeyup: keys, onkeypress: keys }, panel, launcher, speech);
  const host = document.createElement('chat-widget');
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(frame);

  const css = `
:host{all:initial!important;position:fixed!important;inset:auto 0 0 auto!important;z-index:2147483647!important}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
.launcher,.face,.tool,.send,.newest,.thumb{display:grid;place-items:center;flex:none}
h2,p,ul{margin:0;padding:0}
.frame{--text:#1b2430;--soft:#5b6472;--line:#e0e4e9;--surface:#fff;--ground:#f5f6f8;--bad:#c22727;--warn:#fff6dc;--warn-ink:#6b4b00;
 color-scheme:light;color:var(--text);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;text-align:start;-webkit-text-size-adjust:100%}
button,textarea,select{font:inherit;color:inherit;margin:0}
button{background:none;border:0;padding:0;cursor:pointer}
svg{inline-size:22px;block-size:22px;flex:none;display:block;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
:focus-visible{outline:2px solid var(--text);outline-offset:2px}
.panel:focus-visible{outline:0}
.launcher{position:fixed;inset-block-end:calc(20px + env(safe-area-inset-bottom,0px));inset-inline-end:20px;inline-size:56px;block-size:56px;
 border-radius:50%;background:var(--brand);color:var(--brand-ink);border:1px solid color-mix(in srgb,var(--brand-ink) 25%,transparent);
 box-shadow:0 2px 6px rgb(16 24 40/.16),0 10px 28px rgb(16 24 40/.22);transition:transform .15s}
.launcher:hover{transform:translateY(-2px)}
.launcher:focus-visible{outline:3px solid #1b2430;outline-offset:2px;box-shadow:0 0 0 2px #fff,0 0 0 7px #fff}
.launcher svg{inline-size:28px;block-size:28px}
.open .launcher svg:first-child,.frame:not(.open) .launcher svg:nth-child(2){display:none}
.badge{position:absolute;inset-block-start:-4px;inset-inline-end:-4px;min-inline-size:22px;padding:0 6px;border-radius:11px;background:#c22727;color:#fff;
 border:2px solid #fff;font-size:12px;line-height:18px;font-weight:700;text-align:center}
.panel{position:fixed;inset-block-end:calc(90px + env(safe-area-inset-bottom,0px));inset-inline-end:20px;inline-size:384px;block-size:min(640px,calc(100vh - 112px));
 block-size:min(640px,calc(100dvh - 112px));display:flex;flex-direction:column;overflow:hidden;border-radius:16px;background:var(--ground);
 border:1px solid var(--line);box-shadow:0 4px 12px rgb(16 24 40/.1),0 20px 60px rgb(16 24 40/.24);animation:rise .18s ease-out}
@keyframes rise{from{opacity:0;transform:translateY(12px)}}
.left .launcher,.left .panel{inset-inline:auto;left:20px}
header{display:flex;align-items:center;gap:4px;padding-block:14px;padding-inline:16px 10px;background:var(--brand);color:var(--brand-ink);border-block-end:1px solid var(--line)}
header :focus-visible,.tongue:focus-within{outline:2px solid currentColor;outline-offset:1px}
.face{inline-size:40px;block-size:40px;overflow:hidden;border-radius:11px;background:var(--brand-ink);color:var(--brand);font-size:20px;font-weight:700}
.face img{inline-size:100%;block-size:100%;object-fit:cover}
.who{flex:1;min-inline-size:0;margin-inline:8px}
h2{font-size:17px;line-height:1.25;font-weight:650;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.who p{font-size:13px;line-height:1.35;overflow-wrap:anywhere}
.who p::before{content:"";display:inline-block;inline-size:8px;block-size:8px;margin-inline-end:6px;border-radius:50%;border:1.5px solid currentColor}
.there .who p::before{background:currentColor}
.tool{inline-size:36px;block-size:36px;border-radius:10px}
.tool:hover,.tongue:hover{background:color-mix(in srgb,currentColor 12%,transparent)}
.tongue{position:relative;display:flex;align-items:center;gap:4px;block-size:36px;padding-inline:8px;border-radius:10px;font-size:13px;font-weight:600}
.tongue svg{inline-size:18px;block-size:18px}
.tongue select{position:absolute;inset:0;inline-size:100%;block-size:100%;opacity:0;cursor:pointer}
.tongue option{color:CanvasText;background:Canvas}
.banner{padding:8px 16px;background:var(--warn);color:var(--warn-ink);font-size:13px;text-align:center}
.middle{position:relative;flex:1;min-block-size:0;display:flex}
.log{flex:1;min-inline-size:0;overflow-y:auto;overscroll-behavior:contain;padding:16px;display:flex;flex-direction:column}
.log:focus-visible{outline-offset:-3px}
.introduction{align-self:stretch;margin:14px 0 4px;padding:12px 14px;border:1px solid var(--line);border-radius:14px;background:var(--surface);font-size:14px;display:grid;gap:8px}
.introduction label{display:grid;gap:3px;font-size:13px;font-weight:600}.introduction .note:empty{display:none}.introduction .note{color:var(--bad)}
.introduction input{font:inherit;font-weight:400;color:inherit;background:var(--ground);border:1px solid #7d8793;border-radius:10px;padding:8px 10px;min-inline-size:0}
.introduction .acts button{min-block-size:36px;padding:0 12px;border-radius:10px;border:1px solid var(--line);font-weight:600}.introduction .acts button:first-child{background:var(--brand);color:var(--brand-ink)}
.day,.line{align-self:center;margin:14px 0 8px;color:var(--soft);font-size:13px;text-align:center}
.day{padding:1px 12px;border:1px solid var(--line);border-radius:99px;background:var(--surface)}
.message{max-inline-size:85%;display:flex;flex-direction:column;align-items:flex-start;align-self:flex-start;margin-block-start:3px}
.message.first{margin-block-start:12px}
.message[data-from=visitor]{align-self:flex-end;align-items:flex-end}
.message[data-from=system]{align-self:center;align-items:center;max-inline-size:92%}
.author,.meta{color:var(--soft);font-size:13px;margin-inline:4px}
.author{font-weight:600;margin-block-end:3px}
.author:empty,.meta:empty{display:none}
.bubble{max-inline-size:100%;padding:9px 13px;border-radius:14px;border:1px solid var(--line);background:var(--surface);box-shadow:0 1px 2px rgb(16 24 40/.06)}
.first .bubble{border-start-start-radius:4px}
[data-from=visitor] .bubble{background:var(--brand);color:var(--brand-ink);border-color:color-mix(in srgb,var(--brand-ink) 18%,var(--brand))}
[data-from=visitor].first .bubble{border-start-start-radius:14px;border-start-end-radius:4px}
[data-from=system] .bubble{padding:0;border:0;background:none;box-shadow:none;color:var(--soft);font-size:13px;text-align:center}
[data-status=failed] .bubble{outline:2px solid var(--bad);outline-offset:1px}
.text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
.text a{color:inherit}
.bubble :focus-visible{outline-color:currentColor}
.attachment{display:block;max-inline-size:100%;color:inherit;text-decoration:none;border-radius:9px}
.text:not([hidden])+.attachment,.attachment+.attachment{margin-block-start:8px}
.attachment img{display:block;max-inline-size:100%;inline-size:auto;block-size:auto;max-block-size:220px;border-radius:9px;background:var(--ground)}
.paper{display:flex;align-items:center;gap:8px;padding:8px 10px;border:1px solid color-mix(in srgb,currentColor 30%,transparent);border-radius:9px;font-size:13px;line-height:1.3;overflow-wrap:anywhere}
.paper small{display:block;font-size:inherit}
.meta{display:flex;flex-wrap:wrap;align-items:center;justify-content:flex-end;column-gap:8px;margin-block-start:3px;font-size:12px;font-variant-numeric:tabular-nums}
.status{display:inline-flex;align-items:center;gap:3px}
.status svg{inline-size:15px;block-size:15px}
[data-status=failed] .status,.bad,.bad .note{color:var(--bad)}
.acts{display:flex;gap:8px}
.retry,.discard,.again{min-block-size:24px;padding-inline:4px;font-weight:600;font-size:13px;color:var(--text);text-decoration:underline;border-radius:4px}
.newest{position:absolute;inset-block-end:10px;inset-inline-end:14px;inline-size:36px;block-size:36px;border-radius:50%;background:var(--surface);border:1px solid var(--line);box-shadow:0 1px 2px rgb(16 24 40/.06)}
.typing{display:flex;align-items:center;gap:4px;padding:0 20px 6px;color:var(--soft);font-size:13px}
.typing i{inline-size:6px;block-size:6px;border-radius:50%;background:currentColor;animation:blink 1.2s infinite}
.typing i+i{animation-delay:.2s}.typing i+i+i{animation-delay:.4s;margin-inline-end:4px}
@keyframes blink{50%{opacity:.25}}
.composer{padding:8px 10px calc(10px + env(safe-area-inset-bottom,0px))}
.box{display:flex;align-items:flex-end;gap:2px;padding:5px;border:1px solid #858e9b;border-radius:14px;background:var(--surface)}
.box:focus-within{border-color:var(--text);box-shadow:0 0 0 1px var(--text)}
.box .tool{color:var(--soft)}
textarea{flex:1;min-inline-size:0;padding:7px 4px;border:0;outline:0!important;background:none;resize:none;line-height:22px;max-block-size:132px;overflow-wrap:anywhere}
textarea::placeholder{color:var(--soft);opacity:1}
.send{inline-size:36px;block-size:36px;border-radius:10px;background:var(--brand);color:var(--brand-ink)}
.send svg{inline-size:20px;block-size:20px}
.send:disabled{background:none;color:var(--soft)}
[dir=rtl] .send svg{transform:scaleX(-1)}
.counter{padding:3px 8px 0;color:var(--soft);font-size:12px;text-align:end;font-variant-numeric:tabular-nums}
.counter:empty{display:none}
.counter.bad{color:var(--bad);font-weight:600}
.files{list-style:none;display:flex;flex-direction:column;gap:6px;max-block-size:188px;overflow-y:auto;margin-block-end:8px}
.files li{display:flex;align-items:center;gap:8px;padding:6px;border:1px solid var(--line);border-radius:12px;background:var(--surface);font-size:13px;line-height:1.3}
.files .bad{border-color:var(--bad);color:inherit}
.thumb{inline-size:40px;block-size:40px;border-radius:8px;background:var(--ground);color:var(--soft);overflow:hidden}
.thumb canvas{inline-size:40px;block-size:40px}
.about{flex:1;min-inline-size:0;display:grid}
.name{font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.note{color:var(--soft)}
progress{inline-size:100%;block-size:4px;margin-block-start:3px;appearance:none;border:0;border-radius:2px;background:var(--line);overflow:hidden}
progress::-webkit-progress-bar{background:var(--line)}
progress::-webkit-progress-value{background:var(--text)}
progress::-moz-progress-bar{background:var(--text)}
.dropzone{position:absolute;inset:8px;display:none;place-items:center;border:2px dashed var(--text);border-radius:12px;background:color-mix(in srgb,var(--surface) 90%,transparent);font-weight:600;pointer-events:none}
.drop .dropzone{display:grid}
.speech{position:fixed;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-color-scheme:dark){
 .frame{--text:#e6e9ee;--soft:#a8b0bd;--line:#2f3743;--surface:#1b222b;--ground:#0f1319;--bad:#ff7b72;--warn:#33290f;--warn-ink:#f1d58a;color-scheme:dark}
}
@media (max-width:479.98px),(max-height:479.98px){
 .frame .panel{inset:0;inline-size:auto;block-size:100vh;block-size:var(--seen,100dvh);border:0;border-radius:0}
 header{padding-block-start:calc(10px + env(safe-area-inset-top,0px))}
 .open .launcher{visibility:hidden}
 .tool,.send,.newest{inline-size:44px;block-size:44px}
 .tongue,.retry,.discard,.again{block-size:44px}
 textarea{font-size:16px;padding-block:11px}
}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
@media (forced-colors:active){.send,.face{border:1px solid}.box:focus-within{outline:2px solid Highlight}.typing i{background:CanvasText}}
@media print{:host{display:none!important}}
`;

  function wear() {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [sheet];
    } catch { shadow.append(h('style', {}, css)); }
  }

  // -- start --

  // The body may come later, or be replaced as the page navigates.
  function settle() {
    if (!host.isConnected) document.body?.append(host);
  }

  let begun = 0;
  async function begin(choice) {
    if (choice) save('language', choice);
    const wish = choice || load('language') || data.language;
    try {
      settings = await (await request(wish ? `?language=${encodeURIComponent(wish)}` : '')).json();
    } catch (e) {
      if (settings) return dress();
      if (e.status >= 400 && e.status < 500 && e.status !== 429) {
        stopped = true;
        console.warn('chat-widget', e.status, e.text);
        return;
      }
      setTimeout(begin, pause(begun++, e.wait));
      return;
    }
    dress();
    if (frame.hidden) appear();
  }

  function appear() {
    frame.hidden = false;
    connect();
    flush();
    if (wantsOpen) open();
  }

  function otherTab({ key }) {
    if (!key?.startsWith(prefix) || !settings) return;
    if (key === `${prefix}visitor`) {
      const theirs = load('visitor');
      if (!theirs) forgetConversation();
      else if (theirs.who === whoAmI()) adopt(theirs.token);
    }
    render();
  }

  let resting;
  function visibility() {
    clearTimeout(resting);
    // A hidden tab gives its connection back: a browser has few per server.
    if (document.hidden) resting = setTimeout(hangUp, 60000);
    else if (!link || Date.now() - heard > 20000) { tries = 0; connect(); }
    render();
  }

  function online() {
    tries = failures = 0;
    connect();
    flush();
    render();
  }

  window.chatWidget = { open, close, toggle, signOut };
  wear();
  new ResizeObserver(stick).observe(log);
  settle();
  new MutationObserver(settle).observe(document.documentElement, { childList: true });
  document.addEventListener('visibilitychange', visibility);
  addEventListener('storage', otherTab);
  addEventListener('online', online);
  addEventListener('offline', () => { hangUp(); team.lost = !!token; render(); });
  phone.addEventListener('change', modality);
  // A phone's keyboard covers what dvh counts.
  globalThis.visualViewport?.addEventListener('resize', () => {
    if (visualViewport.scale === 1) host.style.setProperty('--seen', `${visualViewport.height}px`);
  });
  recallVisitor();
  input.value = load('draft') || '';
  begin();
})();
