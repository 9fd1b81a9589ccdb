// With this script files are sent one by one as soon as they are chosen, each with its bar; without it the form does the same.
const form = document.querySelector('form');
const list = document.querySelector('.files');
const count = document.querySelector('.count');
const back = document.querySelector('.back');
const mostBytes = 20 * 1024 * 1024;

if (form && list && count && back) {
  const input = form.querySelector('input[type=file]');
  const button = form.querySelector('button');
  const texts = form.dataset;
  /** One after the other: a weak line carries one file better than ten at once. */
  let queue = Promise.resolve();

  input.required = false;
  button.hidden = true;
  // Its own words are the browser's, in the browser's language; the label says it in the person's.
  form.classList.add('scripted');
  form.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('change', () => {
    for (const file of input.files) add(file);
    input.value = '';
  });

  function add(file) {
    const line = document.createElement('li');
    const name = document.createElement('span');
    name.className = 'name';
    name.textContent = file.name;
    const state = document.createElement('span');
    state.className = 'state';
    line.append(name, state);
    list.append(line);
    if (file.size > mostBytes) return show(line, state, 'refused', texts.tooBig);
    state.textContent = texts.waiting;
    // The same key when it is sent again: the server stores it once.
    const key = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    queue = queue.then(() => send(file, key, line, state));
  }

  function show(line, state, outcome, words) {
    line.className = outcome;
    state.textContent = words;
    line.querySelector('progress')?.remove();
  }

  function send(file, key, line, state) {
    line.className = '';
    state.textContent = texts.sending;
    const bar = document.createElement('progress');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    line.append(bar);
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${location.pathname}?key=${key}`);
      request.setRequestHeader('accept', 'application/json');
      request.setRequestHeader('x-requested-with', 'upload');
      request.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable) bar.value = event.loaded / event.total;
      });
      request.addEventListener('loadend', () => {
        if (request.status === 410 || request.status === 404) over(request.responseText, line, state);
        else if (request.status === 200) arrived(JSON.parse(request.responseText), line, state);
        else failed(file, key, line, state);
        resolve();
      });
      const body = new FormData();
      body.append('files', file);
      request.send(body);
    });
  }

  function arrived({ files, have }, line, state) {
    const [file] = files;
    if (file?.ok) show(line, state, 'arrived', file.say ?? texts.arrived);
    else show(line, state, 'refused', file?.say ?? texts.failed);
    count.textContent = texts.count.replace('{have}', have);
    if (have > 0) back.hidden = false;
    if (have >= Number(count.dataset.max)) form.hidden = true;
  }

  /** The question is over, or the link: what has arrived stays in sight, and this file is said not to have. */
  function over(answer, line, state) {
    const [why, next] = sentences(answer);
    show(line, state, 'refused', why ?? texts.failed);
    form.hidden = true;
    back.textContent = next ?? '';
    back.hidden = !next;
  }

  /** A proxy between may answer in its own words. */
  function sentences(answer) {
    try {
      return JSON.parse(answer).say;
    } catch {
      return [];
    }
  }

  function failed(file, key, line, state) {
    show(line, state, 'refused', texts.failed);
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'again';
    again.textContent = texts.again;
    again.addEventListener('click', () => {
      if (again === document.activeElement) input.focus();
      again.remove();
      queue = queue.then(() => send(file, key, line, state));
    });
    line.append(again);
  }

  // The line is back: what it lost is sent without asking the person.
  addEventListener('online', () => {
    for (const again of list.querySelectorAll('.again')) again.click();
  });
}
