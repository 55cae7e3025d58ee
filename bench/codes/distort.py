"""What happens to a code between the wall and the phone: each a function from a photograph's grey pixels to others.

A scene is 480 × 480: the card with its quiet zone, on a wall of middle grey. `MUST` is the part of docs/reliability that a code has
to bear; the others go on until nothing is read."""
import cv2
import numpy

SIDE = 480


def scene(card, part=0.5, wall=110):
    """The card as that part of the frame's side."""
    side = int(SIDE * part)
    small = cv2.resize(card, (side, side), interpolation=cv2.INTER_AREA)
    out = numpy.full((SIDE, SIDE), wall, numpy.uint8)
    at = (SIDE - side) // 2
    out[at : at + side, at : at + side] = small
    return out


def turned(image, angle):
    matrix = cv2.getRotationMatrix2D((SIDE / 2, SIDE / 2), angle, 1)
    return cv2.warpAffine(image, matrix, (SIDE, SIDE), borderValue=110)


def tilted(image, much, way):
    """`much`: how far two corners come together, as a part of the side; `way`: which side is far."""
    low, high = SIDE * 0.2, SIDE * 0.8
    box = numpy.float32([[low, low], [high, low], [high, high], [low, high]])
    near = box.copy()
    pull = (high - low) * much / 2
    first, second = [(0, 1), (1, 2), (2, 3), (3, 0)][way]
    axis = 0 if way % 2 == 0 else 1
    order = 1 if near[first][axis] < near[second][axis] else -1
    near[first][axis] += order * pull
    near[second][axis] -= order * pull
    return cv2.warpPerspective(image, cv2.getPerspectiveTransform(box, near), (SIDE, SIDE), borderValue=110)


def blurred(image, size):
    return cv2.GaussianBlur(image, (size, size), 0)


def shaken(image, length, angle):
    kernel = numpy.zeros((length, length), numpy.float32)
    kernel[length // 2] = 1
    kernel = cv2.warpAffine(kernel, cv2.getRotationMatrix2D((length / 2 - 0.5, length / 2 - 0.5), angle, 1), (length, length))
    return cv2.filter2D(image, -1, kernel / kernel.sum())


def darkened(image, light, noise, seed):
    dice = numpy.random.default_rng(seed)
    return numpy.clip(image * light + dice.normal(0, noise, image.shape), 0, 255).astype(numpy.uint8)


def glare(image, radius, x, y):
    rows, columns = numpy.mgrid[0:SIDE, 0:SIDE]
    light = numpy.exp(-((columns - x * SIDE) ** 2 + (rows - y * SIDE) ** 2) / (2 * (radius * SIDE) ** 2)) * 330
    return numpy.clip(image + light, 0, 255).astype(numpy.uint8)


def covered(image, area, x, y, part=0.5):
    """A blot over that share of the card, its middle at (x, y) of the card."""
    out, card = image.copy(), SIDE * part
    half = card * area**0.5 / 2
    middle = (SIDE - card) / 2 + numpy.array([x, y]) * card
    low, high = (middle - half).astype(int), (middle + half).astype(int)
    out[low[1] : high[1], low[0] : high[0]] = 60
    return out


def jpeg(image, quality):
    return cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)


def shadow(image, edge, light):
    out = image.astype(float)
    out[:, : int(SIDE * edge)] *= light
    return out.astype(numpy.uint8)


def all_of():
    """(name, whether a code must bear it, card → photograph)."""
    found = [("as printed", True, scene)]
    add = lambda name, must, change: found.append((name, must, change))
    for part in (0.9, 0.7, 0.4, 0.3, 0.25, 0.2, 0.15, 0.12):
        add(f"card {part:.0%} of the frame", part >= 0.15, lambda card, part=part: scene(card, part))
    for angle in (10, 30, 45, 90, 137, 180, 225, 300):
        add(f"turned {angle}°", True, lambda card, angle=angle: turned(scene(card), angle))
    for much in (0.1, 0.2, 0.3, 0.45, 0.6):
        for way in (0, 1):
            add(f"tilted {much} {'up' if way == 0 else 'aside'}", much <= 0.3, lambda card, m=much, w=way: tilted(scene(card), m, w))
    for size in (3, 5, 7, 9, 11, 15, 19, 25):
        add(f"blurred {size} px", size <= 11, lambda card, size=size: blurred(scene(card), size))
    for length in (5, 9, 13):
        for angle in (0, 45):
            add(f"shaken {length} px at {angle}°", False, lambda card, l=length, a=angle: shaken(scene(card), l, a))
    for light in (0.6, 0.4, 0.25, 0.15, 0.08):
        add(f"light {light:.0%}, noise", light >= 0.15, lambda card, light=light: darkened(scene(card), light, 3, 7))
    for noise in (10, 25, 45):
        add(f"noise {noise}", False, lambda card, noise=noise: darkened(scene(card), 0.8, noise, 8))
    for radius, x, y in ((0.06, 0.5, 0.5), (0.1, 0.5, 0.5), (0.06, 0.35, 0.35), (0.14, 0.6, 0.6)):
        add(f"glare {radius} at {x}, {y}", False, lambda card, r=radius, x=x, y=y: glare(scene(card), r, x, y))
    for area in (0.02, 0.05, 0.08, 0.12, 0.16):
        for x, y in ((0.5, 0.5), (0.62, 0.55)):
            add(f"covered {area:.0%} at {x}, {y}", area <= 0.05, lambda card, a=area, x=x, y=y: covered(scene(card), a, x, y))
    for quality in (60, 30, 15, 8):
        add(f"JPEG {quality}", quality >= 30, lambda card, quality=quality: jpeg(scene(card), quality))
    for edge, light in ((0.5, 0.5), (0.4, 0.3)):
        add(f"shadow {light:.0%} over {edge:.0%}", False, lambda card, e=edge, l=light: shadow(scene(card), e, l))
    for wall in (0, 255):
        add(f"wall {wall}", True, lambda card, wall=wall: scene(card, 0.5, wall))
    add("far and blurred", False, lambda card: blurred(scene(card, 0.25), 5))
    add("turned, tilted, blurred", False, lambda card: blurred(tilted(turned(scene(card), 20), 0.25, 0), 5))
    return found
